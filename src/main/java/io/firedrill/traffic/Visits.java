package io.firedrill.traffic;

import io.firedrill.scenario.JourneySpec;

import java.util.List;
import java.util.UUID;

/** Says who sets out as the customer of a number: each in turn, each time with another peer. */
final class Visits {
    private final List<String> names;

    Visits(JourneySpec spec) {
        this.names = spec.as().map(JourneySpec.Identity::who).orElse(List.of());
    }

    /**
     * Gives a new visit. Its write id is random rather than seeded: two drills on one system must
     * never share an id, or the second one's writes would be taken for repeats.
     */
    Visit fresh(long number) {
        return of(number, UUID.randomUUID().toString());
    }

    /** Gives the visit of that number and write id again. */
    Visit of(long number, String write) {
        int size = names.size();
        if (size == 0) {
            return new Visit("", "", number, write);
        }
        int who = (int) (number % size);
        int step = size == 1 ? 0 : 1 + (int) (number / size % (size - 1));
        return new Visit(names.get(who), names.get((who + step) % size), number, write);
    }
}
