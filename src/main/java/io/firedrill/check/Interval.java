package io.firedrill.check;

/**
 * An instant or a duration that is not known exactly: the truth is at some point of {@code [lo,
 * hi]}.
 *
 * @param lo earliest instant, or shortest duration, in nanoseconds
 * @param hi latest instant, or longest duration, in nanoseconds
 */
public record Interval(long lo, long hi) {

    /** Refuses an interval that ends before it begins. */
    public Interval {
        if (lo > hi) {
            throw new IllegalArgumentException(
                    "interval ends before it begins: " + lo + " > " + hi);
        }
    }

    /** Gives an instant that is known exactly. */
    public static Interval at(long nanos) {
        return new Interval(nanos, nanos);
    }

    /** Gives the time that passed since an earlier instant; never less than nothing. */
    public Interval since(Interval earlier) {
        return new Interval(Math.max(0, lo - earlier.hi), Math.max(0, hi - earlier.lo));
    }

    /** Gives the smallest interval that holds both. */
    public Interval hull(Interval other) {
        return new Interval(Math.min(lo, other.lo), Math.max(hi, other.hi));
    }

    /** Says whether an instant lies inside. */
    public boolean contains(long nanos) {
        return lo <= nanos && nanos <= hi;
    }

    /** Gives how much is not known, in nanoseconds. */
    public long width() {
        return hi - lo;
    }
}
