package io.firedrill.run;

import io.firedrill.DrillException;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs what reaches out of this JVM on threads of its own, so that nothing can hold a drill up. */
final class Bounded implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "firedrill-hand");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Runs a call and waits for it, at most that long.
     *
     * @throws DrillException where it fails, or does not end in time; it is interrupted then
     */
    <T> T call(String what, Duration atMost, Callable<T> call) {
        Future<T> future = threads.submit(call);
        try {
            return future.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new DrillException(what + " did not end within " + atMost.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new DrillException(what + " was interrupted", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new DrillException(what + " failed: " + cause.getMessage(), cause);
        }
    }

    /** Runs an action and waits for it, at most that long; fails as {@link #call} does. */
    void run(String what, Duration atMost, Runnable action) {
        call(what, atMost, () -> {
            action.run();
            return true;
        });
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
