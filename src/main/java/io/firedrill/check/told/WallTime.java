package io.firedrill.check.told;

import io.firedrill.check.Interval;
import io.firedrill.journal.Entry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How wall time and the drill's clock went along: each entry of the journal was stamped by both.
 * What an instant is on the drill's clock is told by the entry before it and the one after it;
 * where wall time was set meanwhile they differ, and the truth is between.
 *
 * @param entries of the journal, in order; at least one
 */
record WallTime(List<Entry> entries) {
    private static final Duration FAR = Duration.ofDays(3_650);
    private static final long MILLISECOND = Duration.ofMillis(1).toNanos();
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /**
     * Gives an instant that is meant to the nanosecond, such as a promise, on the drill's clock.
     */
    Interval at(Instant wall) {
        int after = firstAfter(wall);
        Entry earlier = entries.get(Math.max(0, after - 1));
        Entry later = entries.get(Math.min(entries.size() - 1, after));
        return Interval.at(nanos(earlier, wall)).hull(Interval.at(nanos(later, wall)));
    }

    /**
     * Gives an instant that somebody read from a clock and wrote down: what he cut off, a
     * millisecond or where it is whole seconds a second, is not known.
     */
    Interval stamped(Instant wall) {
        Interval written = at(wall);
        long cut = wall.getNano() == 0 ? SECOND : MILLISECOND;
        return new Interval(written.lo(), written.hi() + cut);
    }

    private int firstAfter(Instant wall) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).wall().isAfter(wall)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** No promise is further away than years; so that no number overflows. */
    private static long nanos(Entry entry, Instant wall) {
        Duration since = Duration.between(entry.wall(), wall);
        Duration near = since.compareTo(FAR) > 0 ? FAR : since;
        return entry.nanos() + (near.compareTo(FAR.negated()) < 0 ? FAR.negated() : near).toNanos();
    }
}
