package io.firedrill.observe.inbox;

import io.firedrill.journal.DrillClock;

import java.util.Optional;

/** Takes so many messages per second, with a burst of one second's worth (at least one). */
final class Throttle {
    private static final double NANOS = 1e9;

    private final Optional<Double> perSecond;
    private final DrillClock clock;
    private double left;
    private long last;

    /** Creates one; with no rate it takes everything. */
    Throttle(Optional<Double> perSecond, DrillClock clock) {
        this.perSecond = perSecond;
        this.clock = clock;
        this.left = burst();
        this.last = clock.nanos();
    }

    private double burst() {
        return Math.max(1, perSecond.orElse(1.0));
    }

    /** Says whether one more is taken now. */
    synchronized boolean takes() {
        if (perSecond.isEmpty()) {
            return true;
        }
        long now = clock.nanos();
        left = Math.min(burst(), left + (now - last) / NANOS * perSecond.get());
        last = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
