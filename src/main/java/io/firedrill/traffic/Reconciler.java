package io.firedrill.traffic;

import io.firedrill.DrillException;
import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Event;
import io.firedrill.journal.Ledger;
import io.firedrill.journal.Recorder;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.JourneySpec.Means;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Asks the system, once it is well again, how often each write is there, and records
 * {@link Event.WriteReconciled} for each: acknowledged writes first. Sixteen questions at a time,
 * each tried up to five times, for this is our question and not a customer's attempt.
 */
public final class Reconciler {
    static final int AT_A_TIME = 16;
    static final int TRIES = 5;
    static final Duration PAUSE = Duration.ofMillis(300);
    private static final String ACTOR = "reconciler";
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final WriteCounter counter;
    private final DrillClock clock;
    private final Recorder recorder;
    private final long until;

    private Reconciler(WriteCounter counter, ReconcileOrder order, long until) {
        this.counter = counter;
        this.clock = order.clock();
        this.recorder = order.recorder();
        this.until = until;
    }

    /**
     * Asks for every write of the ledger whose journey says how, and returns how many that were.
     * Writes that could not be asked are recorded with count -1 and the reason.
     */
    public static int run(ReconcileOrder order, Ledger ledger) {
        long until = order.clock().nanos() + order.atMost().toNanos();
        Map<String, List<Ledger.Write>> byJourney = ledger.writes().stream()
                .collect(Collectors.groupingBy(
                        Ledger.Write::journey, TreeMap::new, Collectors.toList()));
        int asked = 0;
        for (Map.Entry<String, List<Ledger.Write>> entry : byJourney.entrySet()) {
            Optional<JourneySpec> spec = Optional.ofNullable(
                            order.scenario().system().journeys().get(entry.getKey()))
                    .filter(JourneySpec::countable);
            if (spec.isPresent()) {
                askAll(order, spec.get(), entry.getValue(), until);
                asked += entry.getValue().size();
            }
        }
        return asked;
    }

    private static void askAll(
            ReconcileOrder order, JourneySpec spec, List<Ledger.Write> writes, long until) {
        ThreadPoolExecutor askers = new ThreadPoolExecutor(
                AT_A_TIME,
                AT_A_TIME,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Threads.daemons("reconciler"));
        try (WriteCounter counter = counter(order, spec)) {
            Reconciler reconciler = new Reconciler(counter, order, until);
            List<Future<?>> answers = new ArrayList<>();
            writes.forEach(write -> answers.add(askers.submit(() -> reconciler.ask(write))));
            waitFor(
                    answers,
                    spec.deadline().multipliedBy(2).plus(order.atMost()).plus(GRACE));
        } finally {
            askers.getQueue().clear();
            askers.shutdown();
        }
    }

    /** Where the system's file says by which request, that is how it is asked. */
    private static WriteCounter counter(ReconcileOrder order, JourneySpec spec) {
        return spec.reconcile()
                .<WriteCounter>map(question -> new HttpCounter(spec, question, order))
                .orElseGet(() -> new PluginCounter(spec, (Means.Plugin) spec.means(), order));
    }

    private static void waitFor(List<Future<?>> answers, Duration atMost) {
        try {
            for (Future<?> answer : answers) {
                answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof DrillException known) {
                throw known;
            }
            throw new DrillException("writes could not be reconciled", failure.getCause());
        } catch (TimeoutException late) {
            throw new DrillException("writes were not reconciled within " + atMost, late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DrillException("interrupted while writes were reconciled", interrupted);
        }
    }

    private void ask(Ledger.Write write) {
        WriteCounter.Found found =
                WriteCounter.Found.unknown("not asked: the time for reconciling was over");
        for (int tries = 0; tries < TRIES && found.count() < 0 && clock.nanos() < until; tries++) {
            if (tries > 0) {
                clock.waitUntil(Math.min(until, clock.nanos() + PAUSE.toNanos()));
            }
            found = counter.count(write);
        }
        recorder.record(
                ACTOR,
                new Event.WriteReconciled(
                        write.journey(), write.id(), found.count(), found.detail()));
    }
}
