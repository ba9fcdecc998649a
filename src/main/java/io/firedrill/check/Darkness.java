package io.firedrill.check;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;

import java.util.Optional;

/**
 * Finds the proofs of darkness among the attempts of a journey. L is the bound of
 * {@link HealthyLatency}; a light system serves within L. Where nobody who set out later was served
 * within B either ({@link HealthySilence}), the proof ends after B already: L proves that it was
 * dark, B says by when.
 *
 * <ul>
 *   <li>A failure with an answer: dark at some instant of {@code [s, e]}, and, being not served by
 *       {@code s + L}, of {@code [s, s + L]}: so of {@code [s, min(e, s + L)]}.
 *   <li>A failure by silence: dark at some instant of {@code [s, s + L]}.
 *   <li>A slow success proves darkness in {@code [s, s + L]} only <em>in company</em>: nobody at
 *       all was served for L, and for 100 ms, from its sending on, and two neighbours were waiting
 *       at the end of that time as well. A single slow answer among quick ones is a slow answer, so
 *       a busy but healthy system never looks dark, and a hiccup in which nobody failed is no
 *       outage. The backlog after a thaw, answered late, is no darkness, since others are being
 *       answered.
 * </ul>
 *
 * <p>L only counts clear time (see {@link Clouds}). What would be a proof but for the clouds, and
 * what the harness failed at, is {@link Proof#doubtful}.
 */
final class Darkness {
    private static final int COMPANY = 2;

    private final Attempts attempts;
    private final Light light;
    private final Clouds clouds;
    private final Quiet quiet;
    private final long bound;
    private final long slow;

    Darkness(Sight sight, HealthySilence silence) {
        this.attempts = sight.attempts();
        this.light = sight.light();
        this.clouds = sight.clouds();
        this.quiet = sight.quiet();
        this.bound = silence.latency();
        this.slow = silence.outage();
    }

    /** What proofs are read from. */
    record Sight(Attempts attempts, Light light, Clouds clouds, Quiet quiet) {}

    /**
     * A proof that the system was dark at some instant of an interval.
     *
     * @param index of the attempt in the journal
     * @param doubtful true where our own machine may have made it
     */
    record Proof(long begin, long end, long index, boolean doubtful) {}

    /** Gives what the attempt at a position proves. */
    Optional<Proof> at(int position) {
        Event.Attempt attempt = attempts.get(position);
        if (attempt.ok()) {
            return slow(position);
        }
        boolean harness = attempt.reason() == AttemptReason.HARNESS;
        if (attempt.reason().answered()) {
            return proof(position, inDoubt(attempt));
        }
        return proof(position, harness || hidden(attempt));
    }

    /** Says whether it is not known if the attempt was the system's failure. */
    boolean undecided(Event.Attempt attempt) {
        if (attempt.ok()) {
            return false;
        }
        return attempt.reason() == AttemptReason.HARNESS
                || (attempt.reason().answered() ? inDoubt(attempt) : hidden(attempt));
    }

    /** Says whether an answer, though it came, may be no fault of the system's. */
    private boolean inDoubt(Event.Attempt attempt) {
        return clouds.stalled(attempt.sent(), attempt.end())
                || clouds.starved(attempt.sent(), attempt.end());
    }

    private Optional<Proof> slow(int position) {
        Event.Attempt attempt = attempts.get(position);
        if (attempt.end() - attempt.sent() <= slow || !inCompany(position)) {
            return Optional.empty();
        }
        return proof(position, hidden(attempt));
    }

    private boolean inCompany(int position) {
        long begin = attempts.get(position).sent();
        long until = Math.min(attempts.get(position).end(), clouds.reach(begin, slow));
        if (light.servedIn(begin, until - 1) > 0) {
            return false;
        }
        int waiting = 0;
        for (int other = position - COMPANY; other <= position + COMPANY; other++) {
            waiting += other != position && waits(other, until) ? 1 : 0;
        }
        return waiting >= COMPANY;
    }

    private boolean waits(int position, long nanos) {
        if (position < 0 || position >= attempts.size()) {
            return false;
        }
        Event.Attempt attempt = attempts.get(position);
        return attempt.sent() < nanos && attempt.end() >= nanos;
    }

    /**
     * Says whether the attempt was given too little clear time for its silence to prove anything: a
     * customer whose deadline ran while our own machine stood still has asked for a moment only. So
     * has one during more than half of whose time it did: the answer may have lain there unread. A
     * system that lives in this JVM stood still as well.
     */
    private boolean hidden(Event.Attempt attempt) {
        if (clouds.ours(attempt.sent(), attempt.end()) > 0) {
            return true;
        }
        long asked = attempt.ok() ? slow : bound;
        boolean clouded = clouds.over(attempt.sent(), attempt.end());
        // the deadline runs from before the connecting: without a cloud a little less is silence
        long enough = clouded ? asked : asked - asked / 4;
        long clear = clouds.clear(attempt.sent(), attempt.end());
        return clear < enough || clear < (attempt.end() - attempt.sent()) / 2;
    }

    private Optional<Proof> proof(int position, boolean doubtful) {
        Event.Attempt attempt = attempts.get(position);
        long begin = attempt.sent();
        long end = Math.min(attempt.end(), quiet.darkBy(position));
        return Optional.of(new Proof(begin, end, attempts.index(position), doubtful));
    }
}
