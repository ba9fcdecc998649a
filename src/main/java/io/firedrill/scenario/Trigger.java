package io.firedrill.scenario;

import java.time.Duration;

/** When a step is due, or what an objective still waits for. */
public sealed interface Trigger {

    /** A time after the step before it, or after the baseline for the first step. */
    record After(Duration delay) implements Trigger {}

    /**
     * The journey has been served without a miss for that long, after the last injected fault took
     * effect.
     */
    record Recovered(String journey, Duration held) implements Trigger {}

    /** The journey has failed without one success for that long. */
    record Failing(String journey, Duration lasting) implements Trigger {}

    /** Another component than at the first injection holds the role. */
    record RoleMoved(String role) implements Trigger {}

    /** What that objective asks for is a number, and since the last heal it is at most that. */
    record Drained(String objective, int atMost) implements Trigger {}

    /** Another component than at the first injection has held the role for that long. */
    record RoleHeld(String role, Duration lasting) implements Trigger {}

    /** Who alone held the role at the first injection holds it alone again. */
    record RoleBack(String role) implements Trigger {}

    /**
     * Since the first fault people were told of that state, on the first channel or page; what only
     * calls a pager does not tell them.
     */
    record Told(String state) implements Trigger {}

    /**
     * The same, on every channel and page on which they have been told of the outage by then; or on
     * some of them, and then nobody told anything new for so long: whoever is missing is not
     * coming.
     */
    record ToldEverywhere(String state, Duration quiet) implements Trigger {}

    /** Whoever was asked by the step of that name has answered all of it. */
    record Answered(String asked) implements Trigger {}

    /**
     * The component (or the target of the fault of that name) is up, healthy, and each role has one
     * holder.
     */
    record Rejoined(String component) implements Trigger {}
}
