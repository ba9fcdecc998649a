package io.firedrill.systems.company;

import java.time.Instant;
import java.util.Optional;

/**
 * Says what is to be told next, and when. Nothing here waits, sends or remembers: the same incident
 * and the same alert at the same time give the same answer, on whichever desk.
 */
interface Course {

    /**
     * Declares an incident where one is due.
     *
     * @param before the incident before this one
     * @param acknowledged whether whoever is on call has seen the alert
     */
    Optional<Incident> declare(
            Optional<Incident> before, Alert alert, boolean acknowledged, Instant now);

    /** Gives the next update of an open incident, where one is due now. */
    Optional<Incident> next(Incident last, Alert alert, Instant now);

    /** Makes the course that a company follows. */
    @FunctionalInterface
    interface Maker {
        /** Makes it. */
        Course make(Times times);
    }
}
