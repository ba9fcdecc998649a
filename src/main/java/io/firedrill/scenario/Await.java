package io.firedrill.scenario;

import java.time.Duration;

/**
 * Something an objective still has to see before it is decided.
 *
 * @param trigger what it waits for
 * @param atMost how long it is worth waiting: after that the objective is decided anyway
 * @param from what the time counts from
 */
public record Await(Trigger trigger, Duration atMost, From from) {
    /** The origin of {@link #atMost}. */
    public enum From {
        /** The first injection's effect. */
        FIRST_FAULT,
        /** The end of the last heal. */
        LAST_HEAL
    }
}
