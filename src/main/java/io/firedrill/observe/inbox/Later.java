package io.firedrill.observe.inbox;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What a provider does after he has answered: reports, people who act. At most 100,000 things wait;
 * what has not begun when it is closed is dropped.
 */
final class Later implements AutoCloseable {
    static final int MOST_WAITING = 100_000;
    private static final int THREADS = 4;
    private static final long END_SECONDS = 10;

    private final ScheduledThreadPoolExecutor threads;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    /** Creates it; threads come with the first task. */
    Later(String channel) {
        threads = new ScheduledThreadPoolExecutor(
                THREADS, task -> Threads.daemon("inbox-" + channel + "-later", task));
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Does it after so long. */
    void after(Duration delay, Runnable task) {
        try {
            threads.schedule(() -> guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            return; // the channel is closed: nothing is reported any more
        }
    }

    /** Does it now; keeps what goes wrong for {@link #close()}. */
    void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException first) {
            keep(first);
        }
    }

    /** Keeps the first of what went wrong. */
    void keep(RuntimeException thrown) {
        failure.compareAndSet(null, thrown);
    }

    /** Says whether as much waits as may. */
    boolean full() {
        return threads.getQueue().size() >= MOST_WAITING;
    }

    /**
     * Ends it without an interrupt, which could close the journal's file under the hand of a task.
     *
     * @throws RuntimeException what went wrong first
     */
    @Override
    public void close() {
        threads.shutdown();
        Threads.awaitEnd(threads, END_SECONDS);
        RuntimeException first = failure.getAndSet(null);
        if (first != null) {
            throw first;
        }
    }
}
