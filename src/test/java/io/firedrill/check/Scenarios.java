package io.firedrill.check;

import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.Link;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.SystemSpec;
import io.firedrill.scenario.Trigger;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Scenarios as the reader would make them of the bank. */
final class Scenarios {
    static final Link LINK = new Link("portal-1", new Endpoint("db", 5432));
    private static final Trigger NOW = new Trigger.After(Duration.ZERO);

    private Scenarios() {}

    /** The primary's host is lost while transfers run at 50/s. */
    static Scenario primaryLost(Objective... objectives) {
        FaultSpec vanish = new FaultSpec(
                "vanish", new FaultSpec.Target.RoleHolder("primary"), new Settings(Map.of()));
        return of(
                List.of(new Step.Inject(NOW, "lost host", vanish), new Step.Heal(NOW, "lost host")),
                objectives);
    }

    /** A link is cut. */
    static Scenario linkCut(Objective... objectives) {
        FaultSpec cut =
                new FaultSpec("cut", new FaultSpec.Target.OnLink(LINK), new Settings(Map.of()));
        return of(
                List.of(new Step.Inject(NOW, "lost host", cut), new Step.Heal(NOW, "lost host")),
                objectives);
    }

    /** An objective with its settings' fallbacks filled in. */
    static Objective objective(Check check, Map<String, Object> given) {
        ObjectiveKind kind = check.kind();
        Map<String, Object> values = new HashMap<>();
        for (Setting setting : kind.settings()) {
            setting.fallback().ifPresent(value -> values.put(setting.name(), value));
        }
        values.putAll(given);
        Settings settings = new Settings(values);
        return new Objective(kind.name(), kind.name(), settings, kind.awaits().apply(settings));
    }

    static Objective recovery(double seconds) {
        Duration within = Duration.ofNanos(JournalDsl.nanos(seconds));
        return objective(new RecoveryCheck(), Map.of("of", "transfer", "within", within));
    }

    /** Any steps, for instance none. */
    static Scenario with(List<Step> steps) {
        return of(steps);
    }

    /** Nobody uses the system. */
    static Scenario withoutCustomers() {
        return of(List.of(), Map.of());
    }

    private static Scenario of(List<Step> steps, Objective... objectives) {
        return of(steps, Map.of("transfer", 50.0), objectives);
    }

    private static Scenario of(
            List<Step> steps, Map<String, Double> customers, Objective... objectives) {
        return new Scenario(
                "bank/drill",
                Path.of("drill.yaml"),
                "A drill",
                new Scenario.About(
                        Optional.empty(),
                        Optional.empty(),
                        Scenario.Level.GATE,
                        1,
                        "normal",
                        "why",
                        Map.of()),
                system(),
                customers,
                new Scenario.Baseline(Duration.ofSeconds(5), 3),
                steps,
                List.of(objectives),
                List.of(),
                Duration.ofMinutes(3),
                Optional.empty());
    }

    /** The same drill of a system that lives in this JVM. */
    static Scenario inThisJvm(Scenario it) {
        SystemSpec system = it.system();
        SystemSpec pocket = new SystemSpec(
                system.name(),
                system.title(),
                system.tier(),
                system.folder(),
                new Blueprint.Inprocess("pocket", Map.of()),
                system.components(),
                system.entries(),
                system.links(),
                system.roles(),
                system.signIns(),
                system.journeys(),
                system.secrets());
        return new Scenario(
                it.id(),
                it.file(),
                it.title(),
                it.about(),
                pocket,
                it.customers(),
                it.baseline(),
                it.steps(),
                it.objectives(),
                it.relayed(),
                it.limit(),
                it.twin());
    }

    private static SystemSpec system() {
        JourneySpec transfer = new JourneySpec(
                "transfer",
                "web",
                Duration.ofSeconds(1),
                Optional.empty(),
                List.of(),
                true,
                true,
                Optional.empty());
        SystemSpec.Role primary =
                new SystemSpec.Role("primary", List.of("db1", "db2"), List.of("ask"));
        return new SystemSpec(
                "bank",
                "Bank",
                "hot",
                Path.of("bank"),
                new Blueprint.Composed(List.of()),
                Set.of("db1", "db2", "portal-1", "db"),
                Map.of("web", new Endpoint("front", 8080)),
                List.of(LINK),
                Map.of("primary", primary),
                Map.of(),
                Map.of("transfer", transfer),
                Map.of());
    }
}
