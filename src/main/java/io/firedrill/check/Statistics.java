package io.firedrill.check;

import io.firedrill.journal.Event;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What customers of one journey felt in a time. Latency counts from the intended start, of served
 * attempts only, in nanoseconds with three significant digits; 0 where none was served.
 *
 * @param attempts how many set out, repetitions not counted
 * @param served how many of them were served
 */
public record Statistics(
        long attempts,
        long served,
        long p50Nanos,
        long p90Nanos,
        long p99Nanos,
        long slowestNanos) {
    private static final int DIGITS = 3;

    /** Sums up attempts; repetitions of an unknown write are left out. */
    public static Statistics of(List<Event.Attempt> attempts) {
        Histogram latency = new Histogram(DIGITS);
        long counted = 0;
        for (Event.Attempt attempt : attempts) {
            if (attempt.repeats() == 0) {
                counted++;
                if (attempt.ok()) {
                    latency.recordValue(Math.max(0, attempt.end() - attempt.intended()));
                }
            }
        }
        return new Statistics(
                counted,
                latency.getTotalCount(),
                latency.getValueAtPercentile(50),
                latency.getValueAtPercentile(90),
                latency.getValueAtPercentile(99),
                latency.getMaxValue());
    }

    /** Gives the share served, from 0 to 1; 0 where nobody set out. */
    public double share() {
        return attempts == 0 ? 0 : (double) served / attempts;
    }

    /** Says it in one line, for instance {@code 99.5 % of 200 served, p50 0.004 s, ...}. */
    public String text() {
        return Figures.share(share()) + " of " + attempts + " served, p50 "
                + Figures.exact(p50Nanos) + ", p90 "
                + Figures.exact(p90Nanos) + ", p99 " + Figures.exact(p99Nanos) + ", slowest "
                + Figures.exact(slowestNanos);
    }
}
