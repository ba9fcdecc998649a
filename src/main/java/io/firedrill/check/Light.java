package io.firedrill.check;

import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The served attempts of a journey as proofs of light. An attempt served at {@code e} and sent at
 * {@code s} proves that the system was light at some instant of {@code [max(s, e - L), e]}: what
 * was done for it was done at most L before its answer.
 */
final class Light {
    private final List<Entry> byEnd;
    private final long[] ends;
    private final long[] latestSent;
    private final long[] begins;
    private final long[] earliestEnd;

    /**
     * Sorts the proofs.
     *
     * @param bound L, in nanoseconds
     */
    Light(Attempts attempts, long bound) {
        byEnd = new ArrayList<>(attempts.served());
        byEnd.sort(Attempts.by(Event.Attempt::end));
        ends = byEnd.stream().mapToLong(entry -> Attempts.attempt(entry).end()).toArray();
        latestSent = byEnd.stream()
                .mapToLong(entry -> Attempts.attempt(entry).sent())
                .toArray();
        for (int at = 1; at < latestSent.length; at++) {
            latestSent[at] = Math.max(latestSent[at], latestSent[at - 1]);
        }
        List<Interval> windows = windows(bound);
        begins = windows.stream().mapToLong(Interval::lo).toArray();
        earliestEnd = windows.stream().mapToLong(Interval::hi).toArray();
        for (int at = earliestEnd.length - 2; at >= 0; at--) {
            earliestEnd[at] = Math.min(earliestEnd[at], earliestEnd[at + 1]);
        }
    }

    private List<Interval> windows(long bound) {
        List<Interval> windows = new ArrayList<>(byEnd.size());
        for (Entry entry : byEnd) {
            Event.Attempt attempt = Attempts.attempt(entry);
            long begin = Math.max(attempt.sent(), attempt.end() - bound);
            windows.add(new Interval(begin, attempt.end()));
        }
        windows.sort(Comparator.comparingLong(Interval::lo));
        return windows;
    }

    /** Gives when the {@code nth} last of those served by an instant was sent (1: the last). */
    OptionalLong sentAndServedBy(long nanos, int nth) {
        int at = countUpTo(ends, nanos) - nth;
        return at < 0 ? OptionalLong.empty() : OptionalLong.of(latestSent[at]);
    }

    /** Gives the earliest end of a proof that begins at or after an instant. */
    OptionalLong servedFrom(long nanos) {
        int at = countUpTo(begins, nanos - 1);
        return at == begins.length ? OptionalLong.empty() : OptionalLong.of(earliestEnd[at]);
    }

    /**
     * Gives the entry served {@code nth} from an instant on (1: the first), or the last one there
     * is.
     */
    Optional<Entry> entryServed(long nanos, int nth) {
        int at = Math.min(countUpTo(ends, nanos - 1) + nth - 1, byEnd.size() - 1);
        return at < 0 ? Optional.empty() : Optional.of(byEnd.get(at));
    }

    /** Gives how many were served in {@code (after, upTo]}. */
    int servedIn(long after, long upTo) {
        return Math.max(0, countUpTo(ends, upTo) - countUpTo(ends, after));
    }

    /**
     * Gives the time around an instant in which nobody was served: from the last answer up to it to
     * the first after it. Without one, that side is open, as far as numbers go.
     */
    Interval silenceAt(long nanos) {
        int after = countUpTo(ends, nanos);
        long lo = after == 0 ? Long.MIN_VALUE : ends[after - 1];
        return new Interval(lo, after == ends.length ? Long.MAX_VALUE : ends[after]);
    }

    /**
     * Gives the longest time after an instant in which a darkness could hide between two proofs of
     * light; the time after the last proof is not looked at.
     */
    long blindSince(long nanos) {
        long blind = 0;
        for (int at = Math.max(1, countUpTo(ends, nanos)); at < ends.length; at++) {
            blind = Math.max(blind, ends[at] - Math.max(nanos, latestSent[at - 1]));
        }
        return blind;
    }

    private static int countUpTo(long[] sorted, long nanos) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
