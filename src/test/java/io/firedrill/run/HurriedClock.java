package io.firedrill.run;

import io.firedrill.journal.DrillClock;
import io.firedrill.journal.SystemClock;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A clock on which time passes twice as fast, for drills that tests have to wait for. */
final class HurriedClock implements DrillClock {
    private static final int HURRY = 2;

    private final SystemClock clock = new SystemClock();
    private final AtomicLong leapt = new AtomicLong();

    @Override
    public long nanos() {
        return clock.nanos() * HURRY + leapt.get();
    }

    @Override
    public Instant wall() {
        return clock.wall();
    }

    @Override
    public void waitUntil(long nanos) {
        clock.waitUntil((nanos - leapt.get()) / HURRY);
    }

    /** Lets a second pass at once. */
    void leap() {
        leapt.addAndGet(TimeUnit.SECONDS.toNanos(1));
    }
}
