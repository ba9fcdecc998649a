package io.firedrill.proof;

import io.firedrill.journal.DrillClock;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A clock that stands still for one thread, from some moment on. */
final class StandingClock implements DrillClock {
    private final DrillClock clock;
    private final String thread;
    private final BooleanSupplier standing;
    private volatile long stood = Long.MAX_VALUE;

    StandingClock(DrillClock clock, String thread, BooleanSupplier standing) {
        this.clock = clock;
        this.thread = thread;
        this.standing = standing;
    }

    private boolean stands() {
        return standing.getAsBoolean() && Thread.currentThread().getName().equals(thread);
    }

    @Override
    public long nanos() {
        long now = clock.nanos();
        if (stands()) {
            stood = Math.min(stood, now);
            return stood;
        }
        return now;
    }

    @Override
    public Instant wall() {
        return clock.wall();
    }

    @Override
    public void waitUntil(long nanos) {
        if (stands()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        } else {
            clock.waitUntil(nanos);
        }
    }
}
