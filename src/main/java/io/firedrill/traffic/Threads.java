package io.firedrill.traffic;

import java.util.concurrent.ThreadFactory;

/** Ends threads within a bound. */
final class Threads {
    private static final long END_MILLIS = 2_000;

    private Threads() {}

    /**
     * Waits up to two seconds for the end of a thread that has been told to end. It is not
     * interrupted: that would close a journal's file under a thread that is just writing to it.
     */
    static void join(Thread thread) {
        try {
            thread.join(END_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes daemon threads of that name. */
    static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
