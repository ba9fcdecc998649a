package io.firedrill.run;

import io.firedrill.journal.DrillClock;
import io.firedrill.journal.SystemClock;

import java.time.Instant;

/** A clock on which time passes eight times as fast, for drills that tests have to wait for. */
final class HurriedClock implements DrillClock {
    private static final int HURRY = 8;

    private final SystemClock clock = new SystemClock();

    @Override
    public long nanos() {
        return clock.nanos() * HURRY;
    }

    @Override
    public Instant wall() {
        return clock.wall();
    }

    @Override
    public void waitUntil(long nanos) {
        clock.waitUntil(nanos / HURRY);
    }
}
