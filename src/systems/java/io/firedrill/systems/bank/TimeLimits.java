package io.firedrill.systems.bank;

import java.time.Duration;

/**
 * How long the database may keep a caller waiting.
 *
 * @param connect for one connection to open and sign in; whole seconds
 * @param acquire for a connection out of the pool
 * @param silence for one answer on an open connection; whole seconds
 * @param lock for rows that others are at work on; the database itself gives up then, so that the
 *     connection stays good and nothing of it waits on unseen
 * @param work for one piece of work, from asking for a connection to the end of the commit
 */
record TimeLimits(
        Duration connect, Duration acquire, Duration silence, Duration lock, Duration work) {

    /** A customer hears within about two seconds that the database is away. */
    static final TimeLimits FOR_A_FAILOVER = new TimeLimits(
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofMillis(500),
            Duration.ofSeconds(2));

    /**
     * As good as none: what a program gets that never thought of it ({@code DB_TIME_LIMITS=off}).
     */
    static final TimeLimits NONE = new TimeLimits(
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10));
}
