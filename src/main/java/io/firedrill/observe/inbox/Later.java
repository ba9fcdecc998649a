package io.firedrill.observe.inbox;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What a provider does after he has answered: reports, people who act. At most 50,000 things wait;
 * what has not begun when it is closed is dropped.
 */
final class Later implements AutoCloseable {
    private static final int WAITING_AT_MOST = 50_000;
    private static final long END_SECONDS = 10;

    private final ScheduledThreadPoolExecutor threads;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    /** Creates it with so many threads, which come with the first tasks. */
    Later(String channel, int most) {
        threads = new ScheduledThreadPoolExecutor(most, work -> {
            Thread thread = new Thread(work, "inbox-" + channel + "-later");
            thread.setDaemon(true);
            return thread;
        });
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Does it after so long. */
    void after(Duration delay, Runnable task) {
        try {
            threads.schedule(() -> guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            return; // the channel is closed: nothing is said any more
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException thrown) {
            keep(thrown);
        }
    }

    /** Keeps what went wrong for {@link #close()}, where nothing did before. */
    void keep(RuntimeException thrown) {
        failure.compareAndSet(null, thrown);
    }

    /** Says whether as much waits as may. */
    boolean full() {
        return threads.getQueue().size() >= WAITING_AT_MOST;
    }

    /**
     * Ends it without an interrupt, which could close the journal's file under the hand of a task.
     *
     * @throws RuntimeException what went wrong first
     */
    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        RuntimeException first = failure.getAndSet(null);
        if (first != null) {
            throw first;
        }
    }
}
