package io.firedrill;

import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Settings;
import io.firedrill.scenario.SystemSpec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Scenarios and verdicts for tests of what is made of them. */
public final class SampleDrills {
    private static final String SECRET = "correct-horse-battery";

    private SampleDrills() {}

    /** Makes a drill of the bank with objectives of those ids. */
    public static Scenario drill(String id, String... objectives) {
        return scenario(id, Optional.empty(), objectives);
    }

    /** Makes a twin that must turn an objective red for a reason. */
    public static Scenario twin(String id, String objective, Reason reason, String... objectives) {
        String of = id.substring(0, id.lastIndexOf('/'));
        Scenario.Twin twin = new Scenario.Twin(of, "No standby", objective, "FAIL", reason.name());
        return scenario(id, Optional.of(twin), objectives);
    }

    /** Makes a drill of a pocket system. */
    public static Scenario pocket(String id) {
        Blueprint blueprint = new Blueprint.Inprocess("pocket-bank", Map.of());
        return scenario(id, Optional.empty(), blueprint);
    }

    private static Scenario scenario(
            String id, Optional<Scenario.Twin> twin, String... objectives) {
        return scenario(id, twin, new Blueprint.Composed(List.of()), objectives);
    }

    private static Scenario scenario(
            String id, Optional<Scenario.Twin> twin, Blueprint blueprint, String... objectives) {
        String[] parts = id.split("/", -1);
        return new Scenario(
                id,
                Path.of("scenarios", parts[0], parts[1] + ".yaml"),
                "The host of the primary database is lost",
                about(Scenario.Level.GATE),
                bank(parts[0], blueprint),
                Map.of("transfer", 50.0),
                new Scenario.Baseline(Duration.ofSeconds(5), 3),
                List.of(),
                Stream.of(objectives).map(SampleDrills::objective).toList(),
                List.of(),
                Duration.ofMinutes(3),
                twin);
    }

    /** Makes the same drill or twin at another level. */
    public static Scenario of(Scenario it, Scenario.Level level) {
        return new Scenario(
                it.id(),
                it.file(),
                it.title(),
                about(level),
                it.system(),
                it.customers(),
                it.baseline(),
                it.steps(),
                it.objectives(),
                it.relayed(),
                it.limit(),
                it.twin());
    }

    private static Scenario.About about(Scenario.Level level) {
        return new Scenario.About(
                Optional.of("online payments"),
                Optional.of(new Scenario.Plan("BC-PAY-02", "3")),
                level,
                1,
                "critical",
                "A database host is lost about once a year.",
                Map.of("recovery", "15s..25s"));
    }

    private static SystemSpec bank(String name, Blueprint blueprint) {
        return new SystemSpec(
                name,
                "Online banking",
                "hot",
                Path.of("scenarios", name),
                blueprint,
                Set.of("db1", "db2"),
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of("BANK_PASSWORD", SECRET));
    }

    private static Objective objective(String id) {
        return new Objective(id, id, new Settings(Map.of("of", "transfer")), List.of());
    }

    /** Makes a passing implicit check. */
    public static Verdict held(String id) {
        return new Verdict(
                id,
                true,
                Verdict.Status.PASS,
                "held",
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of());
    }

    /** Makes an implicit check that could not be held. */
    public static Verdict doubt(String id, Reason reason, String headline) {
        return new Verdict(
                id,
                true,
                Verdict.Status.INCONCLUSIVE,
                headline,
                "",
                Optional.empty(),
                Optional.of(reason),
                List.of(),
                Map.of());
    }

    /** Makes a passing verdict with a measured value. */
    public static Verdict pass(String id) {
        return new Verdict(
                id,
                false,
                Verdict.Status.PASS,
                "recovered after 20.63 s",
                "30 s",
                Optional.of(new Verdict.Measured(20.61, 20.65, "s")),
                Optional.empty(),
                List.of(1L),
                Map.of("impact", "0.02 s after the fault"));
    }

    /** Makes a failing verdict. */
    public static Verdict fail(String id, Reason reason) {
        return new Verdict(
                id,
                false,
                Verdict.Status.FAIL,
                "recovered after 41.20 s, limit 30 s",
                "30 s",
                Optional.of(new Verdict.Measured(41.18, 41.22, "s")),
                Optional.of(reason),
                List.of(1L),
                Map.of());
    }

    /** Makes a verdict that does not tell. */
    public static Verdict inconclusive(String id, Reason reason) {
        return new Verdict(
                id,
                false,
                Verdict.Status.INCONCLUSIVE,
                "not measured",
                "30 s",
                Optional.empty(),
                Optional.of(reason),
                List.of(),
                Map.of());
    }
}
