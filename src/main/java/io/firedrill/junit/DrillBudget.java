package io.firedrill.junit;

import io.firedrill.DrillException;
import io.firedrill.run.StartGate;
import io.firedrill.scenario.Scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Runs so many drills side by side, the longest first, and lets so many at a time start their
 * systems.
 *
 * <p>Plain threads: JUnit's own pool runs another drill inside one that waits, so it is no budget.
 */
final class DrillBudget implements AutoCloseable {
    private static final Duration LONGEST_TURN = Duration.ofMinutes(15);

    private final Semaphore turn;
    private final ExecutorService threads;

    /**
     * Makes a budget.
     *
     * @param permits how many drills side by side
     * @param starting how many of them may start, or be in their baseline, at a time
     */
    DrillBudget(int permits, int starting) {
        this.turn = new Semaphore(starting, true);
        this.threads = Executors.newFixedThreadPool(permits, work -> {
            Thread thread = new Thread(work, "drill");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Starts them all and gives a future for each, by the scenario's id. */
    <T> Map<String, Future<T>> start(
            List<Scenario> scenarios,
            Function<Scenario, Duration> estimate,
            Function<Scenario, Callable<T>> work) {
        List<Scenario> longestFirst = new ArrayList<>(scenarios);
        longestFirst.sort(Comparator.comparing(estimate).reversed());
        Map<String, Future<T>> futures = new HashMap<>();
        longestFirst.forEach(drill -> futures.put(drill.id(), threads.submit(work.apply(drill))));
        return futures;
    }

    /** Makes the gate of one drill. */
    StartGate gate() {
        return new Turn(turn);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** A drill's turn to start: taken once, given back once, whoever asks how often. */
    private static final class Turn implements StartGate {
        private final Semaphore turn;
        private final AtomicBoolean mine = new AtomicBoolean();

        Turn(Semaphore turn) {
            this.turn = turn;
        }

        @Override
        public void enter() throws InterruptedException {
            if (!turn.tryAcquire(LONGEST_TURN.toSeconds(), TimeUnit.SECONDS)) {
                throw new DrillException("no turn to start within " + LONGEST_TURN.toMinutes()
                        + " minutes: another drill is still starting or in its baseline");
            }
            mine.set(true);
        }

        @Override
        public void leave() {
            if (mine.compareAndSet(true, false)) {
                turn.release();
            }
        }
    }
}
