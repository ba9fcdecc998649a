package io.firedrill.observe.inbox;

import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Event.Delivery;
import io.firedrill.observe.Arrivals;
import io.firedrill.observe.Arrivals.Report;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Says later of each message what became of it. What is still outstanding when it is closed is
 * never said: the provider had not said it yet.
 */
final class Deliveries implements AutoCloseable {
    private static final long END_SECONDS = 2;
    /** A message under way takes about 500 bytes. */
    private static final int UNDER_WAY_AT_MOST = 50_000;

    private final Arrivals arrivals;
    private final Fate fate;
    private final DrillClock clock;
    private final Consumer<Report> told;
    private final ScheduledThreadPoolExecutor later;

    /**
     * Begins.
     *
     * @param told hears each report after it was written down, to tell the sender; on a thread of
     *     its own where reports are late, else on the caller's
     */
    Deliveries(Arrivals arrivals, Fate fate, DrillClock clock, Consumer<Report> told) {
        this.arrivals = arrivals;
        this.fate = fate;
        this.clock = clock;
        this.told = told;
        this.later = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "inbox-deliveries");
            thread.setDaemon(true);
            return thread;
        });
        later.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Says whether so many are outstanding that a provider takes no more for now. */
    boolean full() {
        return later.getQueue().size() >= UNDER_WAY_AT_MOST;
    }

    /** Takes a message that was written down, and reports its end in time. */
    void taken(String message, String recipient) {
        boolean fails = fate.fails(recipient);
        Report report = new Report(
                message,
                recipient,
                fails ? Delivery.UNDELIVERED : Delivery.DELIVERED,
                fails ? "as the channel's 'fails' says" : "");
        if (fate.after().isZero()) {
            report(report);
            return;
        }
        try {
            later.schedule(() -> report(report), fate.after().toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            return; // nobody waits for it any more
        }
    }

    private void report(Report report) {
        long now = clock.nanos();
        arrivals.reported(report, now, now);
        told.accept(report);
    }

    @Override
    public void close() {
        later.shutdown();
        try {
            later.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
