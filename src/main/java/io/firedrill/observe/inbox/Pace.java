package io.firedrill.observe.inbox;

import io.firedrill.journal.DrillClock;

import java.time.Duration;

/**
 * Lets so many through in any stretch of time: 50/s in any second, 10/m in any six seconds one.
 * Safe for use by many threads.
 */
final class Pace {
    private final DrillClock clock;
    private final long window;
    /** When the last ones were let through, the oldest at {@code next}. */
    private final long[] admitted;

    private int next;
    private long count;

    /** Creates it for a rate per second, above 0. */
    Pace(double perSecond, DrillClock clock) {
        int most = Math.max(1, (int) perSecond);
        this.clock = clock;
        this.window = (long) (most / perSecond * Duration.ofSeconds(1).toNanos());
        this.admitted = new long[most];
    }

    /** Lets one through, or says that it is one too many. */
    synchronized boolean admits() {
        long now = clock.nanos();
        if (count >= admitted.length && now - admitted[next] < window) {
            return false;
        }
        admitted[next] = now;
        next = (next + 1) % admitted.length;
        count++;
        return true;
    }
}
