package io.firedrill.check;

import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Opens what the checks measure to the benchmarks, which live in another package. */
public final class Measured {
    private Measured() {}

    /** Gives the outages as {@link RecoveryCheck} sees them. */
    public static List<Outage> outages(
            String journey, Scenario scenario, Journal journal, Duration hold) {
        return JourneyMeasure.of(journey, scenario, journal, Faults.of(journal))
                .outages(hold, false);
    }

    /** Gives L and B of a journey, in nanoseconds. */
    public static List<Long> bounds(String journey, Scenario scenario, Journal journal) {
        JourneyMeasure measure = JourneyMeasure.of(journey, scenario, journal, Faults.of(journal));
        return List.of(measure.bound(), measure.silence());
    }

    /** Gives a scenario whose objectives ask of two journeys what can be asked. */
    public static Scenario judged() {
        Duration within = Duration.ofHours(2);
        Scenario base = Scenarios.primaryLost();
        return named(
                base,
                List.of(
                        recovery("probe", within, Duration.ofSeconds(5)),
                        recovery("other", within, Duration.ofSeconds(5)),
                        Scenarios.objective(
                                new AvailabilityCheck(),
                                Map.of("of", "probe", "at-least", 0.1, "window", within)),
                        Scenarios.objective(
                                new DataLossCheck(), Map.of("of", "other", "at-most", 0))));
    }

    private static Scenario named(Scenario base, List<Objective> objectives) {
        return new Scenario(
                base.id(),
                base.file(),
                base.title(),
                base.about(),
                base.system(),
                Map.of("probe", 450.0, "other", 500.0),
                base.baseline(),
                List.of(),
                objectives,
                base.relayed(),
                base.limit(),
                base.twin());
    }

    /**
     * Judges a system that was well by objectives that hardly any outage passes: FAIL where one of
     * them fails, PASS where all pass, else INCONCLUSIVE.
     */
    public static String strictly(String journey, Scenario scenario, Journal journal) {
        List<Verdict.Status> found = List.of(
                new RecoveryCheck()
                        .examine(
                                recovery(journey, Duration.ofMillis(100), Duration.ofSeconds(1)),
                                scenario,
                                journal)
                        .status(),
                new AvailabilityCheck()
                        .examine(
                                Scenarios.objective(
                                        new AvailabilityCheck(),
                                        Map.of(
                                                "of",
                                                journey,
                                                "at-least",
                                                0.99,
                                                "window",
                                                Duration.ofSeconds(4))),
                                scenario,
                                journal)
                        .status(),
                new UnaffectedCheck()
                        .examine(
                                Scenarios.objective(new UnaffectedCheck(), Map.of("of", journey)),
                                scenario,
                                journal)
                        .status());
        if (found.contains(Verdict.Status.FAIL)) {
            return "FAIL";
        }
        return found.contains(Verdict.Status.INCONCLUSIVE) ? "INCONCLUSIVE" : "PASS";
    }

    /** Makes a recovery objective as the reader would. */
    public static Objective recovery(String journey, Duration within, Duration held) {
        return Scenarios.objective(
                new RecoveryCheck(), Map.of("of", journey, "within", within, "held", held));
    }
}
