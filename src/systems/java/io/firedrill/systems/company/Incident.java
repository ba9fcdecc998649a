package io.firedrill.systems.company;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * An incident as it was last told.
 *
 * @param id its name, the same in every notice
 * @param update number of the last notice, from 1
 * @param affected journeys that fail or failed in it
 * @param declared when it was declared
 * @param told when the last notice was written
 * @param nextUpdate when the next one is promised; empty once it is over
 * @param eta when service is expected back; empty where that is not known
 */
record Incident(
        String id,
        int update,
        State state,
        List<String> affected,
        Instant declared,
        Instant told,
        Optional<Instant> nextUpdate,
        Optional<Instant> eta) {
    private static final String PREFIX = "INC-";

    /** Begins one: nothing is known but whom it touches. */
    static Incident declared(int number, Alert alert, Instant now, Instant nextUpdate) {
        return new Incident(
                PREFIX + number,
                1,
                State.INVESTIGATING,
                alert.failing(),
                now,
                now,
                Optional.of(nextUpdate),
                Optional.empty());
    }

    int number() {
        return Integer.parseInt(id.substring(PREFIX.length()));
    }

    boolean isOpen() {
        return state != State.RESOLVED;
    }

    /** Gives the same with the next number, told now. */
    Incident next(State other, Instant now, Optional<Instant> promised) {
        return new Incident(id, update + 1, other, affected, declared, now, promised, eta);
    }

    Incident expectedBack(Optional<Instant> other) {
        return new Incident(id, update, state, affected, declared, told, nextUpdate, other);
    }

    /** Gives the same with what fails now as well. */
    Incident touching(List<String> failing) {
        TreeSet<String> all = new TreeSet<>(affected);
        all.addAll(failing);
        return new Incident(id, update, state, List.copyOf(all), declared, told, nextUpdate, eta);
    }
}
