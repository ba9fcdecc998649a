package io.firedrill.check;

import java.util.List;
import java.util.Optional;

/**
 * A time in which the customers of a journey were not served (MEASURING.md).
 *
 * @param impact the instant at which it began
 * @param recovered the instant from which on they were served again, and that held; empty where
 *     that was not seen
 * @param lastDark the latest instant, in nanoseconds, from which on a darkness is proven
 * @param misses how many attempts prove it
 * @param servedWithin how many attempts were served within it: a partial outage, or a flapping
 *     system
 * @param events indexes of the first miss and of the attempt that was served again
 */
public record Outage(
        Interval impact,
        Optional<Interval> recovered,
        long lastDark,
        int misses,
        int servedWithin,
        List<Long> events) {

    /** Gives how long it lasted; empty where no recovery was seen. */
    public Optional<Interval> duration() {
        return recovered.map(end -> end.since(impact));
    }

    /** Gives how long it lasted at least, in nanoseconds. */
    public long atLeast() {
        return Math.max(0, lastDark - impact.hi());
    }

    /** Says whether a darkness of the one lies in the time of the other. */
    boolean meets(Outage other) {
        return impact.lo() <= other.lastDark && other.impact.lo() <= lastDark;
    }

    /**
     * Gives the smallest outage that holds the truth of both readings; both must have recovered.
     */
    Outage hull(Outage other) {
        Interval end = recovered.orElseThrow().hull(other.recovered.orElseThrow());
        return new Outage(
                impact.hull(other.impact),
                Optional.of(end),
                Math.max(lastDark, other.lastDark),
                Math.max(misses, other.misses),
                Math.max(servedWithin, other.servedWithin),
                events);
    }
}
