package io.firedrill.evidence.report;

import io.firedrill.check.JourneyFacts;
import io.firedrill.journal.Event;
import io.firedrill.journal.Outcome;
import io.firedrill.scenario.Price;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What customers of one journey met since the first fault. Each attempt is one customer who set
 * out; what a customer repeats of a write is not counted again.
 *
 * @param setOut how many set out
 * @param failed how many were not served, and nothing can have been written
 * @param unknown how many were not served, and something may have been written
 * @param notSent how many could not be sent by us; these are in no other number
 * @param delayed how many were served and waited longer than the bound on healthy latency
 * @param price what one that is not served costs, where that is stated
 */
record Harm(
        String journey,
        long setOut,
        long failed,
        long unknown,
        long notSent,
        long delayed,
        Optional<Price> price) {

    /** Counts it for every journey; none where no fault was applied. */
    static List<Harm> of(Material material) {
        List<Harm> harms = new ArrayList<>();
        if (material.firstFault().isPresent()) {
            long from = material.firstFault().getAsLong();
            material.journeys().forEach(journey -> harms.add(of(material, journey, from)));
        }
        return List.copyOf(harms);
    }

    private static Harm of(Material material, JourneyFacts journey, long from) {
        List<Event.Attempt> attempts = material.events(Event.Attempt.class).stream()
                .filter(attempt -> attempt.journey().equals(journey.name()))
                .filter(attempt -> attempt.intended() >= from && attempt.repeats() == 0)
                .toList();
        return new Harm(
                journey.name(),
                attempts.size(),
                count(attempts, Outcome.FAILED),
                count(attempts, Outcome.UNKNOWN),
                journey.dropped(),
                attempts.stream()
                        .filter(Event.Attempt::ok)
                        .filter(it -> it.end() - it.intended() > journey.boundNanos())
                        .count(),
                Optional.ofNullable(material.scenario().about().prices().get(journey.name())));
    }

    private static long count(List<Event.Attempt> attempts, Outcome outcome) {
        return attempts.stream().filter(it -> it.outcome() == outcome).count();
    }

    /** Gives how many were not served. */
    long turnedAway() {
        return failed + unknown;
    }

    /** Gives what they cost; empty where no price is stated. */
    Optional<Price> cost() {
        return price.map(each -> each.times(turnedAway()));
    }
}
