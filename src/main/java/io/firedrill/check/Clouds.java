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
 *
 * <p>A system that lives in this JVM stands still with it. What it says in such a time, and for an
 * echo after it, while its own time limits run out and it puts itself right again, may be our doing
 * as well.
 */
final class Clouds {
    /** A shorter one delays what an attempt sees, but makes no failure of an answer. */
    private static final long LONG_STALL = Duration.ofMillis(250).toNanos();

    /** Shorter than any time limit in a system that lives in this JVM. */
    private static final long SHARED_STALL = Duration.ofMillis(50).toNanos();

    /** As many times the stall, and at most as long, such a system takes to put itself right. */
    private static final int ECHO = 2;

    private static final long LONGEST_ECHO = Duration.ofSeconds(1).toNanos();

    /** What was asked that long before still waits in the system's queues. */
    private static final long QUEUED = Duration.ofSeconds(1).toNanos();

    /**
     * So large a part of a time. Measured on two cores: 0.31 to 0.47 around failures that the
     * machine made, up to 0.2 where two drills ran side by side and nobody failed (decision 0012).
     */
    private static final double STARVED = 0.25;

    private final List<Interval> clouds;
    private final List<Interval> stalls;
    private final List<Interval> halts;
    private final boolean shared;

    private Clouds(
            List<Interval> clouds, List<Interval> stalls, List<Interval> halts, boolean shared) {
        this.clouds = clouds;
        this.stalls = stalls;
        this.halts = halts;
        this.shared = shared;
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
        List<Interval> halts = merged(new ArrayList<>(all));
        for (Event.Attempt attempt : control.list()) {
            if (!attempt.ok() || attempt.end() - attempt.sent() > controlBound) {
                all.add(new Interval(attempt.sent(), attempt.end()));
            }
        }
        return new Clouds(merged(all), merged(stalls), halts, false);
    }

    /** Gives the same for a system that lives in this JVM: every stall has an echo in it. */
    Clouds shared() {
        List<Interval> echoes = clouds.stream()
                .filter(cloud -> cloud.width() > SHARED_STALL)
                .map(cloud -> new Interval(
                        cloud.lo(), cloud.hi() + Math.min(LONGEST_ECHO, ECHO * cloud.width())))
                .toList();
        return new Clouds(clouds, merged(new ArrayList<>(echoes)), halts, true);
    }

    /**
     * Gives how much of a time may be our doing, in nanoseconds: all that was stalled, where the
     * system lives in this JVM; nothing elsewhere.
     */
    long ours(long begin, long end) {
        return shared ? Math.max(0, end - begin) - outside(stalls, begin, Math.max(begin, end)) : 0;
    }

    /** Says whether the JVM stood still for long at some instant of a time. */
    boolean stalled(long begin, long end) {
        int at = firstEndingAfter(stalls, begin);
        return at < stalls.size() && stalls.get(at).lo() < end;
    }

    /**
     * Says whether our machine was so short of processor time, stalls of every length together,
     * that a system in containers beside us may have answered with a failure for that alone. A
     * system in this JVM is judged by each stall; see {@link #ours}.
     */
    boolean starved(long begin, long end) {
        long from = begin - QUEUED;
        long halted = end - from - outside(halts, from, end);
        return !shared && halted > STARVED * (end - from);
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
        return outside(clouds, begin, end);
    }

    private static long outside(List<Interval> sorted, long begin, long end) {
        long clear = end - begin;
        for (int at = firstEndingAfter(sorted, begin); at < sorted.size(); at++) {
            Interval one = sorted.get(at);
            if (one.lo() >= end) {
                break;
            }
            clear -= Math.min(end, one.hi()) - Math.max(begin, one.lo());
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
