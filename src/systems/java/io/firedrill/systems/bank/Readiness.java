package io.firedrill.systems.bank;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether this portal can serve customers: the database takes writes, as one round trip
 * proved a moment ago. However many ask, the database is asked by one thread and at most every 250
 * ms.
 */
final class Readiness implements AutoCloseable {

    /** How old an answer may be. */
    static final Duration FRESH = Duration.ofMillis(250);

    /** How long somebody who asks is kept waiting: less than the front's checks wait. */
    static final Duration PATIENCE = Duration.ofMillis(600);

    /** One round trip to the database. */
    @FunctionalInterface
    interface RoundTrip {
        void run() throws SQLException;
    }

    private record Answer(CompletableFuture<Optional<String>> problem, long askedNanos) {}

    private final RoundTrip roundTrip;
    private final LongSupplier nanoClock;
    private final ExecutorService asker = Executors.newSingleThreadExecutor(Readiness::daemon);
    private @Nullable Answer latest;

    Readiness(RoundTrip roundTrip, LongSupplier nanoClock) {
        this.roundTrip = roundTrip;
        this.nanoClock = nanoClock;
    }

    /** Returns why this portal is not ready, or nothing when it is. */
    Optional<String> problem() {
        return ask().copy()
                .completeOnTimeout(
                        Optional.of(
                                "no answer from the database in " + PATIENCE.toMillis() + " ms"),
                        PATIENCE.toMillis(),
                        TimeUnit.MILLISECONDS)
                .join();
    }

    @Override
    public void close() {
        asker.shutdownNow();
    }

    private synchronized CompletableFuture<Optional<String>> ask() {
        long now = nanoClock.getAsLong();
        Answer answer = latest;
        if (answer == null || isStale(answer, now)) {
            answer = new Answer(CompletableFuture.supplyAsync(this::outcome, asker), now);
            latest = answer;
        }
        return answer.problem();
    }

    private static boolean isStale(Answer answer, long now) {
        return answer.problem().isDone() && now - answer.askedNanos() >= FRESH.toNanos();
    }

    private Optional<String> outcome() {
        try {
            roundTrip.run();
            return Optional.empty();
        } catch (SQLException | RuntimeException e) {
            return Optional.of("the database cannot be used: " + e.getMessage());
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "readiness");
        thread.setDaemon(true);
        return thread;
    }
}
