package io.firedrill.check;

import io.firedrill.journal.Event;

import java.time.Duration;
import java.util.Arrays;

/**
 * The stated bound B on how long a healthy system leaves everybody without an answer: from the
 * sending of an attempt to the first answer to it or to any attempt sent after it. It places the
 * edges of an outage; that there was one is for L of {@link HealthyLatency} to prove.
 *
 * <p>B is what all but one in 1,000 of the attempts of the healthy time kept to (all of them, where
 * there are fewer), plus 1 ms. The argument is one of ranks: a fault comes when it comes, so the
 * silence that it finds is one more draw from the healthy ones, and the chance that it exceeds the
 * greatest of n is 1/(n + 1). So below 200 attempts, where that would be more than 0.5 %, B is L.
 * Nothing is asked of the shape of the latencies, nor that attempts be slow independently: a
 * machine that stands still for all of them makes B as long as it stood still.
 *
 * <p>B is shorter than L because customers overlap: one slow answer among quick ones makes L long,
 * but no silence.
 */
final class HealthySilence {
    private static final int FEWEST = 200;
    private static final int ONE_IN = 1_000;
    private static final long MARGIN = 1_000_000;
    private static final long SHORTEST = Duration.ofMillis(100).toNanos();

    private final long bound;
    private final long latency;
    private final long[] firstAnswer;

    private HealthySilence(long bound, long latency, long[] firstAnswer) {
        this.bound = Math.min(bound, latency);
        this.latency = latency;
        this.firstAnswer = firstAnswer;
    }

    /**
     * Finds the bound. Only clear time counts.
     *
     * @param healthy the healthy time of the journey
     * @param latency L, in nanoseconds; B is never more
     */
    static HealthySilence of(Attempts attempts, Interval healthy, Clouds clouds, long latency) {
        int from = attempts.firstSentFrom(healthy.lo());
        int until = attempts.firstSentFrom(healthy.hi());
        long[] first = firstAnswers(attempts);
        int seen = 0;
        long[] silences = new long[Math.max(0, until - from)];
        for (int at = from; at < until; at++) {
            if (first[at] <= healthy.hi()) {
                silences[seen++] = clouds.clear(attempts.get(at).sent(), first[at]);
            }
        }
        if (seen < FEWEST) {
            return new HealthySilence(latency, latency, first);
        }
        Arrays.sort(silences, 0, seen);
        long kept = silences[seen - 1 - seen / ONE_IN];
        return new HealthySilence(kept + MARGIN, latency, first);
    }

    /** Gives for each attempt when the first of those sent from it on was served. */
    private static long[] firstAnswers(Attempts attempts) {
        long[] first = new long[attempts.size()];
        long earliest = Long.MAX_VALUE;
        for (int at = first.length - 1; at >= 0; at--) {
            Event.Attempt attempt = attempts.get(at);
            earliest = attempt.ok() ? Math.min(earliest, attempt.end()) : earliest;
            first[at] = earliest;
        }
        return first;
    }

    /** Gives B, in nanoseconds. */
    long bound() {
        return bound;
    }

    /**
     * Gives the silence from which on nobody need fail for it to be an outage, in nanoseconds: L,
     * and 100 ms.
     */
    long outage() {
        return Math.max(latency, SHORTEST);
    }

    /** Gives L, in nanoseconds. */
    long latency() {
        return latency;
    }

    /** Gives when the first of those sent from a position on was served. */
    long firstAnswerFrom(int position) {
        return firstAnswer[position];
    }
}
