package io.firedrill.check;

import io.firedrill.journal.Event;

import java.util.OptionalLong;

/**
 * The silences of a journey: times of more than B ({@link HealthySilence}) in which nobody was
 * served though customers were waiting. They place the edges of an outage more closely than L can.
 * Only clear time counts (see {@link Clouds}).
 */
final class Quiet {
    /** Chance that customers of the lit part of a half-dark system are all silent. */
    private static final double CHANCE = 1e-3;

    private final Attempts attempts;
    private final Light light;
    private final Clouds clouds;
    private final HealthySilence silence;

    Quiet(Attempts attempts, Light light, Clouds clouds, HealthySilence silence) {
        this.attempts = attempts;
        this.light = light;
        this.clouds = clouds;
        this.silence = silence;
    }

    /**
     * Gives by when the system was dark at the latest if the attempt at a position, sent into
     * light, would have been served within {@code latency}: after B already, where nobody sent from
     * then on was served within it either.
     */
    long darkBy(int position, long latency) {
        long sent = attempts.get(position).sent();
        long soon = clouds.reach(sent, silence.bound());
        return silence.firstAnswerFrom(position) > soon ? soon : clouds.reach(sent, latency);
    }

    /**
     * Gives the latest sending after which nobody at all was served for B, before the answer that
     * ended an outage: a system that was light again by then would have answered earlier.
     *
     * @param answered when that answer came
     * @param share of attempts that were served within the outage
     */
    OptionalLong lastBefore(long answered, double share) {
        int at = attempts.firstSentFrom(answered) - 1;
        while (at >= 0 && clouds.reach(attempts.get(at).sent(), silence.bound()) >= answered) {
            at--;
        }
        if (at < 0) {
            return OptionalLong.empty();
        }
        Event.Attempt attempt = attempts.get(at);
        long until = clouds.reach(attempt.sent(), silence.bound());
        int sent = attempts.sentIn(attempt.sent(), until);
        boolean silent = light.servedIn(attempt.sent(), until) == 0;
        return silent && Math.pow(1 - share, sent) < CHANCE || silent && share == 0
                ? OptionalLong.of(attempt.sent())
                : OptionalLong.empty();
    }
}
