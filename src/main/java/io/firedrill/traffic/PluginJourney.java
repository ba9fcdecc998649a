package io.firedrill.traffic;

import io.firedrill.DrillException;
import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Outcome;
import io.firedrill.scenario.JourneySpec;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A journey that is a Java class, whose library may block. Each attempt has a thread of its own out
 * of a bounded number, so that nobody waits for another; where none is free, the customer is
 * dropped and counted. The times are ours: from when the thread took the attempt up to when it
 * returned, or to the deadline, whatever the library does then.
 */
final class PluginJourney implements Fleet.Ready {
    static final int MOST_THREADS = 400;
    private static final long STACK_BYTES = 256L << 10;
    private static final Duration END_WITHIN = Duration.ofSeconds(2);

    private final JourneySpec spec;
    private final ActiveJourney journey;
    private final Surroundings surroundings;
    private final ThreadPoolExecutor threads;
    private final AtomicInteger busy = new AtomicInteger();
    private final int most;

    /** What all its attempts share. */
    record Surroundings(DrillClock clock, ScheduledExecutorService timers, Discretion discretion) {}

    /**
     * Takes a journey that is ready.
     *
     * @param most attempts that may be under way at a time; no more than {@link #MOST_THREADS}
     */
    PluginJourney(JourneySpec spec, ActiveJourney journey, Surroundings surroundings, int most) {
        this.spec = spec;
        this.journey = journey;
        this.surroundings = surroundings;
        this.most = Math.min(most, MOST_THREADS);
        this.threads = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE, // bounded by reserve: a thread may be on its way back
                10,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                work -> daemon(work, "customers-" + spec.name()));
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(null, work, name, STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public boolean reserve() {
        return busy.getAndUpdate(count -> count < most ? count + 1 : count) < most;
    }

    @Override
    public CompletionStage<Experience> setOut(Visit visit) {
        Attempt attempt = new Attempt(visit);
        Future<?> timer = surroundings
                .timers()
                .schedule(attempt::expire, spec.deadline().toNanos(), TimeUnit.NANOSECONDS);
        attempt.seen.whenComplete((seen, never) -> timer.cancel(false));
        threads.execute(attempt);
        return attempt.seen;
    }

    /** One attempt on its thread. */
    private final class Attempt implements Runnable {
        private final Visit visit;
        private final CompletableFuture<Experience> seen = new CompletableFuture<>();
        private volatile long begun = surroundings.clock().nanos();

        // guarded by this: the deadline must not interrupt a thread that is on to other work
        private @Nullable Thread thread;

        Attempt(Visit visit) {
            this.visit = visit;
        }

        @Override
        public void run() {
            onThread(Thread.currentThread());
            begun = surroundings.clock().nanos();
            try {
                end(attempted());
            } finally {
                onThread(null);
                busy.decrementAndGet();
                // an Error goes on to the thread's end; the attempt has one all the same
                end(ours("the journey's thread died"));
            }
        }

        private Seen attempted() {
            try {
                Seen said = journey.attempt(visit);
                return said == null ? ours("the journey said nothing of what it saw") : said;
            } catch (Exception | LinkageError | AssertionError failure) {
                return Seen.unknown(failure);
            }
        }

        private Seen ours(String detail) {
            return Seen.unknown(AttemptReason.HARNESS, detail);
        }

        private synchronized void onThread(@Nullable Thread now) {
            thread = now;
            if (now == null) {
                Thread.interrupted(); // meant for this attempt alone
            }
        }

        private void end(Seen said) {
            boolean doubt = said.outcome() == Outcome.UNKNOWN && !spec.write();
            seen.complete(new Experience(
                    doubt ? Outcome.FAILED : said.outcome(),
                    said.reason(),
                    surroundings.discretion().apply(said.detail()),
                    null,
                    begun,
                    surroundings.clock().nanos()));
        }

        private void expire() {
            String within = "no end within " + spec.deadline().toMillis() + " ms";
            end(Seen.unknown(AttemptReason.TIMEOUT, within));
            synchronized (this) {
                if (thread != null) {
                    thread.interrupt();
                }
            }
        }
    }

    /**
     * Closes the journey and ends its threads, within two seconds.
     *
     * @throws DrillException where it can not be closed, or its library does not let go of threads
     */
    @Override
    public void close() {
        try {
            journey.close();
        } catch (Exception failure) {
            throw new DrillException("journey '" + spec.name() + "' can not be closed", failure);
        } finally {
            endThreads();
        }
    }

    private void endThreads() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new DrillException("journey '" + spec.name() + "' leaves "
                        + threads.getActiveCount()
                        + " threads behind, which neither an interrupt nor its close() ends;"
                        + " give its library the deadline as time limit");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
