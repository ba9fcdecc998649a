package io.firedrill.traffic;

import java.util.SplittableRandom;

/**
 * When customers set out: evenly spaced and decided beforehand, whatever the system does (open
 * loop).
 *
 * @param start nanoseconds of the drill's clock of the first customer
 * @param perSecond customers per second, more than 0
 */
record ArrivalPlan(long start, double perSecond) {
    private static final double NANOS_PER_SECOND = 1e9;

    ArrivalPlan {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException(
                    "customers per second must be more than 0, not " + perSecond);
        }
    }

    /**
     * Plans from a moment on; the seed shifts the whole plan by a part of one gap, so that journeys
     * do not march in step.
     */
    static ArrivalPlan from(long moment, double perSecond, long seed) {
        double phase = new SplittableRandom(seed).nextDouble() * NANOS_PER_SECOND / perSecond;
        return new ArrivalPlan(moment + (long) phase, perSecond);
    }

    /**
     * Gives the intended start of the customer of that number, from 0; rounding errors do not add
     * up.
     */
    long next(long number) {
        return start + Math.round(number * (NANOS_PER_SECOND / perSecond));
    }
}
