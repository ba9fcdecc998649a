package io.firedrill.check;

import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The times in which our own machine hindered us, so that silence then proves nothing of the system
 * (SURVIVAL R28): the JVM stood still, or an attempt of the control journey, which only talks to a
 * stub in this JVM, failed or took longer than {@link HealthyLatency} allows it.
 */
final class Clouds {
    /** A shorter one delays what an attempt sees, but makes no failure of an answer. */
    private static final long LONG_STALL = Duration.ofMillis(250).toNanos();

    private final List<Interval> clouds;
    private final List<Interval> stalls;

    private Clouds(List<Interval> clouds, List<Interval> stalls) {
        this.clouds = clouds;
        this.stalls = stalls;
    }

    /**
     * Reads them from the journal.
     *
     * @param controlBound the longest that the control journey may take, in nanoseconds
     */
    static Clouds of(Journal journal, Attempts control, long controlBound) {
        List<Interval> all = new ArrayList<>(journal.all(Event.HarnessStalled.class)
                .map(stall -> new Interval(stall.begin(), stall.end()))
                .toList());
        List<Interval> stalls = new ArrayList<>(
                all.stream().filter(stall -> stall.width() > LONG_STALL).toList());
        for (Event.Attempt attempt : control.list()) {
            if (!attempt.ok() || attempt.end() - attempt.sent() > controlBound) {
                all.add(new Interval(attempt.sent(), attempt.end()));
            }
        }
        return new Clouds(merged(all), merged(stalls));
    }

    /** Says whether the JVM stood still for long at some instant of a time. */
    boolean stalled(long begin, long end) {
        int at = firstEndingAfter(stalls, begin);
        return at < stalls.size() && stalls.get(at).lo() < end;
    }

    /** Says whether some instant of a time is clouded. */
    boolean over(long begin, long end) {
        int at = firstEndingAfter(clouds, begin);
        return at < clouds.size() && clouds.get(at).lo() < end;
    }

    /** Gives the earliest instant at which that much clear time has passed since {@code begin}. */
    long reach(long begin, long clear) {
        long now = begin;
        long left = clear;
        for (int at = firstEndingAfter(clouds, begin); at < clouds.size(); at++) {
            long free = Math.max(0, clouds.get(at).lo() - now);
            if (free >= left) {
                break;
            }
            left -= free;
            now = Math.max(now, clouds.get(at).hi());
        }
        return now + left;
    }

    /** Gives how much of a time was clear, in nanoseconds. */
    long clear(long begin, long end) {
        long clear = end - begin;
        for (int at = firstEndingAfter(clouds, begin); at < clouds.size(); at++) {
            Interval cloud = clouds.get(at);
            if (cloud.lo() >= end) {
                break;
            }
            clear -= Math.min(end, cloud.hi()) - Math.max(begin, cloud.lo());
        }
        return clear;
    }

    private static int firstEndingAfter(List<Interval> sorted, long nanos) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).hi() <= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static List<Interval> merged(List<Interval> some) {
        some.sort(Comparator.comparingLong(Interval::lo));
        List<Interval> merged = new ArrayList<>();
        for (Interval next : some) {
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).hi() >= next.lo()) {
                merged.set(last, merged.get(last).hull(next));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }
}
