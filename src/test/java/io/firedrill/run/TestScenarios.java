package io.firedrill.run;

import io.firedrill.scenario.Await;
import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.HttpStep;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Settings;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.SystemSpec;
import io.firedrill.scenario.Trigger;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Scenarios for tests of the runner: one journey {@code pay}, a role {@code primary} among a and b.
 */
final class TestScenarios {
    static final String JOURNEY = "pay";
    static final double RATE = 20;

    private TestScenarios() {}

    static Scenario of(List<Step> steps, List<Objective> objectives) {
        return of(steps, objectives, Duration.ofSeconds(30));
    }

    static Scenario of(List<Step> steps, List<Objective> objectives, Duration limit) {
        return of(steps, objectives, limit, Optional.empty());
    }

    /** Its writes are asked for at the end. */
    static Scenario reconciling(List<Step> steps, List<Objective> objectives) {
        JourneySpec.Reconcile question = new JourneySpec.Reconcile(get(), "$.count");
        return of(steps, objectives, Duration.ofSeconds(30), Optional.of(question));
    }

    private static Scenario of(
            List<Step> steps,
            List<Objective> objectives,
            Duration limit,
            Optional<JourneySpec.Reconcile> question) {
        Scenario.About about = new Scenario.About(
                Optional.empty(), Optional.empty(), Scenario.Level.GATE, 1, "normal", "", Map.of());
        return new Scenario(
                "shop/lost",
                Path.of("scenarios/shop/lost.yaml"),
                "a drill",
                about,
                system(new Blueprint.Composed(List.of()), question),
                Map.of(JOURNEY, RATE),
                new Scenario.Baseline(Duration.ofSeconds(1), 0),
                steps,
                objectives,
                List.of(),
                limit,
                Optional.empty());
    }

    /** Gives the same drill of a system in this JVM, for which the harness waits far less. */
    static Scenario pocket(Scenario drill) {
        return new Scenario(
                drill.id(),
                drill.file(),
                drill.title(),
                drill.about(),
                system(new Blueprint.Inprocess("shop", Map.of()), Optional.empty()),
                drill.customers(),
                new Scenario.Baseline(Duration.ofMillis(500), 0),
                drill.steps(),
                drill.objectives(),
                drill.relayed(),
                drill.limit(),
                drill.twin());
    }

    private static SystemSpec system(
            Blueprint blueprint, Optional<JourneySpec.Reconcile> question) {
        JourneySpec pay = new JourneySpec(
                JOURNEY,
                "web",
                Duration.ofSeconds(1),
                Optional.empty(),
                List.of(get()),
                question.isPresent(),
                false,
                question);
        return new SystemSpec(
                "shop",
                "Shop",
                "hot",
                Path.of("."),
                blueprint,
                Set.of("a", "b"),
                Map.of(),
                List.of(),
                Map.of(
                        "primary",
                        new SystemSpec.Role("primary", List.of("a", "b"), List.of("true"))),
                Map.of(),
                Map.of(JOURNEY, pay),
                Map.of());
    }

    private static HttpStep get() {
        return new HttpStep(
                "GET", "/", Map.of(), Optional.empty(), Set.of(200), Map.of(), Map.of());
    }

    static Step inject(Trigger when, String kind, String target) {
        FaultSpec fault =
                new FaultSpec(kind, new FaultSpec.Target.Component(target), new Settings(Map.of()));
        return new Step.Inject(when, "the fault", fault);
    }

    static Step injectIntoPrimary(String kind) {
        FaultSpec fault = new FaultSpec(
                kind, new FaultSpec.Target.RoleHolder("primary"), new Settings(Map.of()));
        return new Step.Inject(now(), "the fault", fault);
    }

    static Trigger now() {
        return new Trigger.After(Duration.ZERO);
    }

    static Trigger recovered(int seconds) {
        return new Trigger.Recovered(JOURNEY, Duration.ofSeconds(seconds));
    }

    static Objective awaiting(Trigger trigger, int seconds, Await.From from) {
        Await await = new Await(trigger, Duration.ofSeconds(seconds), from);
        return new Objective("recovery", "recovery", new Settings(Map.of()), List.of(await));
    }
}
