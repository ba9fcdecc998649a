package io.firedrill.check;

import io.firedrill.journal.Event;

import java.util.List;
import java.util.stream.LongStream;

/**
 * A percentile (nearest rank) of how long customers waited for their answer. Whoever was not served
 * waited without end; what is not known lies anywhere between at once and without end. The wait is
 * between {@code end - sent} and {@code end - intended}, for the time before the sending is ours.
 *
 * @param low in nanoseconds, as if everything unknown had been quick
 * @param high in nanoseconds, {@link #NEVER} where those who were not served reach down to it, as
 *     if nothing unknown had been served
 * @param counted how many attempts there were or should have been
 */
record Percentile(long low, long high, long counted) {
    /** Longer than any wait. */
    static final long NEVER = Long.MAX_VALUE;

    /**
     * Computes it.
     *
     * @param share from 0 to 1
     * @param unknown how many more there were of which nothing is known
     */
    static Percentile of(double share, Waits waits, long unknown) {
        long[] low = LongStream.concat(waits.low(), LongStream.generate(() -> 0).limit(unknown))
                .sorted()
                .toArray();
        long[] high = LongStream.concat(
                        waits.high(), LongStream.generate(() -> NEVER).limit(unknown))
                .sorted()
                .toArray();
        return low.length == 0
                ? new Percentile(0, NEVER, 0)
                : new Percentile(low[rank(share, low)], high[rank(share, high)], low.length);
    }

    private static int rank(double share, long[] sorted) {
        int rank = (int) Math.ceil(share * sorted.length - 1e-9);
        return Math.max(1, Math.min(sorted.length, rank)) - 1;
    }

    /** Says how few attempts are too few: then it would be the slowest of them, or beyond. */
    static long least(double share) {
        return share >= 1 ? 1 : Math.round(Math.ceil(1 / (1 - share) - 1e-9));
    }

    /** Attempts with what may have made them late besides the system. */
    record Waits(
            List<Event.Attempt> attempts,
            JourneyMeasure measure,
            List<Event.HarnessStalled> stalls) {

        LongStream low() {
            return attempts.stream().mapToLong(attempt -> {
                if (!attempt.ok()) {
                    return measure.undecided(attempt) ? 0 : NEVER;
                }
                return stalled(attempt) ? 0 : attempt.end() - attempt.sent();
            });
        }

        LongStream high() {
            return attempts.stream()
                    .mapToLong(
                            attempt -> attempt.ok() ? attempt.end() - attempt.intended() : NEVER);
        }

        private boolean stalled(Event.Attempt attempt) {
            return stalls.stream()
                    .anyMatch(stall ->
                            stall.begin() <= attempt.end() && stall.end() >= attempt.intended());
        }
    }
}
