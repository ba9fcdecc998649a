package io.firedrill.proof;

import io.firedrill.journal.DrillClock;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A clock that stands still for one thread, from some moment on: at zero, so that nothing is due
 * any more, also not what a thread that is late had still to do.
 */
final class StandingClock implements DrillClock {
    private final DrillClock clock;
    private final String thread;
    private final BooleanSupplier standing;

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
        return stands() ? 0 : clock.nanos();
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
