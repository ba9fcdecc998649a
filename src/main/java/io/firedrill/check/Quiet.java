package io.firedrill.check;

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
     * Gives by when the system was dark at the latest that failed the attempt at a position: L
     * after its sending, and after B already where nobody sent from then on was served within it
     * either.
     */
    long darkBy(int position) {
        boolean nobody = silence.firstAnswerFrom(position) > end(position);
        return nobody
                ? end(position)
                : clouds.reach(attempts.get(position).sent(), silence.latency());
    }

    /**
     * Gives from when on the system was dark at the latest, as far as it can be told from an outage
     * whose last proof begins at {@code known.lo} and that an answer at {@code known.hi} ended.
     * Customers who are waiting for a frozen system are answered at its thaw, so they prove nothing
     * but that nobody at all was served: a system that is light serves somebody within B.
     *
     * <p>That is asked only where such a silence followed the last proof that it is an outage by
     * itself: a darkness that shows in failures is known to the next attempt, and needs no B.
     *
     * @param share of attempts that were served within the outage
     */
    long lastDark(Interval known, double share) {
        if (clouds.reach(known.lo(), silence.outage()) >= known.hi()) {
            return known.lo();
        }
        int at = attempts.firstSentFrom(known.hi()) - 1;
        while (at >= 0 && end(at) >= known.hi()) {
            at--;
        }
        return at >= 0 && silent(at, share)
                ? Math.max(known.lo(), attempts.get(at).sent())
                : known.lo();
    }

    private long end(int position) {
        return clouds.reach(attempts.get(position).sent(), silence.bound());
    }

    private boolean silent(int position, double share) {
        long sent = attempts.get(position).sent();
        boolean byChance = Math.pow(1 - share, attempts.sentIn(sent, end(position))) >= CHANCE;
        return light.servedIn(sent, end(position)) == 0 && (share == 0 || !byChance);
    }
}
