package io.firedrill.traffic;

import io.firedrill.journal.DrillClock;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock on which time passes only for those who wait, and then at once. */
final class LeapingClock implements DrillClock {
    private final AtomicLong now = new AtomicLong();

    @Override
    public long nanos() {
        return now.get();
    }

    @Override
    public Instant wall() {
        return Instant.EPOCH.plusNanos(now.get());
    }

    @Override
    public void waitUntil(long nanos) {
        now.accumulateAndGet(nanos, Math::max);
    }

    /** Says how long has been waited in all. */
    Duration waited() {
        return Duration.ofNanos(now.get());
    }
}
