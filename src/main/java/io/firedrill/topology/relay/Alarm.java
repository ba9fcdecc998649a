package io.firedrill.topology.relay;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Rings at a time, to a tenth of a millisecond. A selector's own time limit counts whole
 * milliseconds, which is all that a delay may be off by.
 */
final class Alarm implements AutoCloseable {
    private static final long SILENT = Long.MAX_VALUE;

    private final LongSupplier nanos;
    private final Runnable bell;
    private final Thread thread;
    private final long origin;
    private volatile long due = SILENT;
    private volatile boolean open = true;

    /** Creates it; the bell must be quick and safe to ring for nothing. */
    Alarm(LongSupplier nanos, Runnable bell) {
        this.nanos = nanos;
        this.bell = bell;
        this.origin = nanos.getAsLong();
        this.thread = Threads.daemon("alarm", this::run);
    }

    /** Begins to wait. */
    void start() {
        thread.start();
    }

    /** Sets the time, in place of the one before. */
    void ringAt(long time) {
        long before = due;
        long after = time - origin;
        due = after;
        if (after < before) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        while (open) {
            long time = due;
            long left = time == SILENT ? SILENT : time - (nanos.getAsLong() - origin);
            if (left > 0) {
                LockSupport.parkNanos(this, left);
            } else {
                due = SILENT;
                bell.run();
            }
        }
    }

    @Override
    public void close() {
        open = false;
        LockSupport.unpark(thread);
    }
}
