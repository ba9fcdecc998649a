package io.firedrill.journal;

import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** The clock of this machine; its nanoseconds start at 0 when it is made. */
public final class SystemClock implements DrillClock {
    private final long origin = System.nanoTime();

    @Override
    public long nanos() {
        return System.nanoTime() - origin;
    }

    @Override
    public Instant wall() {
        return Instant.now();
    }

    @Override
    public void waitUntil(long nanos) {
        for (long left = nanos - nanos(); left > 0; left = nanos - nanos()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            LockSupport.parkNanos(left);
        }
    }
}
