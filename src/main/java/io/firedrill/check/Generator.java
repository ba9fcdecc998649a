package io.firedrill.check;

import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.JourneySpec.Means;
import io.firedrill.scenario.Scenario;

import java.util.Optional;

/**
 * What is to be said of customers whom somebody else's program sends: whether it kept to its rate,
 * and from when waits count. A generator that waits for answers sends nobody while the system
 * fails, so that its customers look well (coordinated omission).
 */
final class Generator {
    private Generator() {}

    /** Gives that for a journey; empty where we send its customers ourselves. */
    static Optional<String> note(String journey, Scenario scenario, Journal journal) {
        return Optional.ofNullable(scenario.system().journeys().get(journey))
                .map(JourneySpec::means)
                .filter(means -> means instanceof Means.Program)
                .map(program -> note(journey, journal));
    }

    private static String note(String journey, Journal journal) {
        Attempts attempts = Attempts.of(journal, journey);
        long missing = Share.dropped(journal, journey).stream()
                .mapToLong(Event.AttemptsDropped::count)
                .sum();
        boolean intended =
                attempts.list().stream().anyMatch(attempt -> attempt.intended() < attempt.sent());
        return attempts.size() + " attempts by a program, " + missing
                + " fewer than its rate asked for, which count as not known; "
                + (intended
                        ? "waits count from the intended starts that it prints"
                        : "it prints no intended starts, so waits count from the actual ones,"
                                + " and what a customer waited before is not in them"
                                + " (coordinated omission)");
    }
}
