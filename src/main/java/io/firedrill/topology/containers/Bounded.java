package io.firedrill.topology.containers;

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
 * Runs calls that may hang (Docker's socket, Toxiproxy's API) on threads of its own, each within a
 * bound. A call that hangs keeps its thread, never its caller.
 */
final class Bounded implements AutoCloseable {
    private final ExecutorService threads;

    /** Names its threads. */
    Bounded(String name) {
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "firedrill-" + name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Gives what the call gives.
     *
     * @param what completes the sentence "... within 2 s", for the message
     * @throws DrillException when it took longer or failed; its own runtime exceptions come
     *     unchanged
     */
    <T> T call(String what, Duration atMost, Callable<T> call) {
        Future<T> future = threads.submit(call);
        try {
            return future.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Late(what + " did not end within " + atMost.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DrillException(what + " was broken off from outside", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw new DrillException(what + " failed: " + e.getMessage(), e);
        } finally {
            future.cancel(true);
        }
    }

    /** Runs something without waiting for it. */
    void begin(Runnable task) {
        threads.execute(task);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Says that a call did not end in time. */
    static final class Late extends DrillException {
        private static final long serialVersionUID = 1L;

        Late(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
