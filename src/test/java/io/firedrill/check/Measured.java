package io.firedrill.check;

import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Scenario;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens what the checks measure to the benchmarks, which live in another package. */
public final class Measured {
    private Measured() {}

    /** Gives the outage as {@link RecoveryCheck} sees it; empty where it can not measure it. */
    public static Optional<Outage> outage(
            String journey, Scenario scenario, Journal journal, Duration hold) {
        JourneyMeasure measure = JourneyMeasure.of(journey, scenario, journal, Faults.of(journal));
        Optional<Outage> sure = longest(measure.outages(hold, false));
        Optional<Outage> possible = longest(measure.outages(hold, true));
        return sure.flatMap(one -> possible.map(one::hull));
    }

    private static Optional<Outage> longest(List<Outage> outages) {
        return outages.stream().allMatch(outage -> outage.recovered().isPresent())
                ? outages.stream()
                        .max(Comparator.comparingLong(
                                outage -> outage.duration().orElseThrow().hi()))
                : Optional.empty();
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
     * Judges a system that was well by objectives that hardly any outage passes: gives status and
     * headline of the worst verdict.
     */
    public static String strictly(String journey, Scenario scenario, Journal journal) {
        List<Verdict> found = List.of(
                new RecoveryCheck()
                        .examine(
                                recovery(journey, Duration.ofMillis(100), Duration.ofSeconds(1)),
                                scenario,
                                journal),
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
                                journal),
                new UnaffectedCheck()
                        .examine(
                                Scenarios.objective(new UnaffectedCheck(), Map.of("of", journey)),
                                scenario,
                                journal));
        return List.of(Verdict.Status.FAIL, Verdict.Status.INCONCLUSIVE, Verdict.Status.PASS)
                .stream()
                .flatMap(status -> found.stream().filter(verdict -> verdict.status() == status))
                .map(verdict -> verdict.status() + " " + verdict.headline())
                .findFirst()
                .orElseThrow();
    }

    /** Makes a recovery objective as the reader would. */
    public static Objective recovery(String journey, Duration within, Duration held) {
        return Scenarios.objective(
                new RecoveryCheck(), Map.of("of", journey, "within", within, "held", held));
    }
}
