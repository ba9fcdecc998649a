package io.firedrill.scenario;

import java.time.Duration;

/**
 * How long the harness waits where a scenario does not say: containers take seconds to do what a
 * system in this JVM does in milliseconds. Every one of these is a bound or a rhythm, never a part
 * of what is measured.
 *
 * @param tick how often the timeline is asked
 * @param look how often a witness looks again
 * @param roles how often a component is asked whether it holds a role
 * @param pages how often a page is read that people are told by
 * @param warmUp what is not counted at the start of the baseline: connections, caches and compilers
 *     get warm
 * @param patience how long, beyond the asked stretch, a system may take to become healthy
 * @param underWay how long a healthy attempt may be under way at the moment of judging
 * @param silence the least time without an answer that is taken for silence
 * @param margin how much longer than asked a journey must hold before the script goes on: what
 *     comes next disturbs the system again, and the judge, who counts by the customers' own stamps,
 *     must not find the hold short by a hair
 * @param calm how long customers are watched after the last disturbance: longer than any usual
 *     hold, so that a stir at the end (a standby that joins) is not cut off in the middle
 * @param restored how long to wait, after everything is healed, for journeys that are to be
 *     reconciled
 * @param repeat how long a customer waits before the first repeat of an attempt of unknown outcome;
 *     twice as long before each further one, at most eight times as long
 * @param phase the longest shift of the first fault over the runs of a drill that is run several
 *     times: at least one round of what usually goes round (leases, health checks, renewals)
 */
public record Tempo(
        Duration tick,
        Duration look,
        Duration roles,
        Duration pages,
        Duration warmUp,
        Duration patience,
        Duration underWay,
        Duration silence,
        Duration margin,
        Duration calm,
        Duration restored,
        Duration repeat,
        Duration phase) {
    private static final Tempo CONTAINERS = new Tempo(
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(3),
            Duration.ofSeconds(12),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(6),
            Duration.ofSeconds(45),
            Duration.ofSeconds(2),
            Duration.ofSeconds(10));

    private static final Tempo INPROCESS = new Tempo(
            Duration.ofMillis(10),
            Duration.ofMillis(20),
            Duration.ofMillis(50),
            Duration.ofMillis(50),
            Duration.ofMillis(300),
            Duration.ofSeconds(5),
            Duration.ofMillis(100),
            Duration.ofMillis(200),
            Duration.ofMillis(200),
            Duration.ofMillis(600),
            Duration.ofSeconds(10),
            Duration.ofMillis(200),
            Duration.ofMillis(500));

    /** Gives what is usual for systems that are made like that. */
    public static Tempo of(Blueprint blueprint) {
        return blueprint instanceof Blueprint.Inprocess ? INPROCESS : CONTAINERS;
    }
}
