package io.firedrill.observe.inbox;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** The threads of inboxes. */
final class Threads {
    private Threads() {}

    /** Makes one that keeps no JVM alive. */
    static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Waits for the end of those that were told to end; not longer than said. */
    static void awaitEnd(ExecutorService threads, long seconds) {
        try {
            threads.awaitTermination(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
