package io.firedrill.traffic;

import io.firedrill.journal.Event;
import io.firedrill.journal.Recorder;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Compares the attempts of a program with the rate that it was told: what it did not begin by a
 * second's end is recorded as dropped, for customers that were never sent must not look served. A
 * program that waits for answers falls behind just when the system fails. Used by one thread at a
 * time.
 */
final class Pace {
    /** Seconds by which a program's own pacer may be late. */
    private static final double LENIENCE = 0.05;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final String journey;
    private final double perSecond;
    private final Recorder recorder;
    private final Deque<Long> starts = new ArrayDeque<>();
    private long from = Long.MIN_VALUE;
    private double debt;
    private long dropped;

    Pace(String journey, double perSecond, Recorder recorder) {
        this.journey = journey;
        this.perSecond = perSecond;
        this.recorder = recorder;
    }

    /** Takes the start of an attempt; the plan begins with the first. */
    synchronized void begun(long start) {
        if (from == Long.MIN_VALUE) {
            from = start;
        }
        starts.add(start);
    }

    /**
     * Judges the whole periods that ended by an instant before which every attempt has been told. A
     * period is a second, or longer where the rate is below ten a second.
     */
    synchronized void settle(long nanos) {
        if (from == Long.MIN_VALUE) {
            return;
        }
        long period = Math.max(SECOND, (long) (10 / perSecond * SECOND));
        while (from + period <= nanos) {
            judge(from, from + period, period);
            from += period;
        }
    }

    private void judge(long begin, long end, long period) {
        long made = starts.stream().filter(start -> start < end).count();
        starts.removeIf(start -> start < end);
        // a surplus pays no later debt: whoever catches up was late all the same
        debt = Math.max(0, debt + perSecond * period / SECOND - made);
        if (debt > Math.max(2, perSecond * LENIENCE)) {
            long count = Math.round(debt);
            debt = 0;
            dropped += count;
            recorder.record(
                    Customers.ACTOR, new Event.AttemptsDropped(journey, count, begin, end - 1));
        }
    }

    /** Gives how many attempts were missing so far. */
    synchronized long dropped() {
        return dropped;
    }
}
