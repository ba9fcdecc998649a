package io.firedrill.topology;

import io.firedrill.DrillException;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs what reaches out of this JVM and may hang (Docker's socket, Toxiproxy's API, a component) on
 * threads of its own, each call within a bound. A call that hangs keeps its thread, never its
 * caller.
 */
public final class Bounded implements AutoCloseable {
    private final ExecutorService threads;

    /** Names its threads {@code firedrill-<name>}. */
    public Bounded(String name) {
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "firedrill-" + name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Gives what the call gives, and waits for it at most that long.
     *
     * @param what begins the sentence "... did not end within 2000 ms", for the message
     * @throws Late where it took longer; it is interrupted then
     * @throws DrillException where it failed, with its exception as the cause
     */
    public <T> T call(String what, Duration atMost, Callable<T> call) {
        Future<T> future = threads.submit(call);
        try {
            return future.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new Late(what + " did not end within " + atMost.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DrillException(what + " was broken off from outside", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new DrillException(what + " failed: " + cause.getMessage(), cause);
        } finally {
            future.cancel(true);
        }
    }

    /** Runs an action and waits for it, at most that long; fails as {@link #call} does. */
    public void run(String what, Duration atMost, Runnable action) {
        call(what, atMost, Executors.callable(action));
    }

    /** Runs something without waiting for it. */
    public void begin(Runnable task) {
        threads.execute(task);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Says that a call did not end in time. */
    public static final class Late extends DrillException {
        private static final long serialVersionUID = 1L;

        private Late(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
