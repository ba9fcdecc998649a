package io.firedrill.topology.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firedrill.NeedsDocker;
import io.firedrill.fault.ActiveFault;
import io.firedrill.fault.Effect;
import io.firedrill.fault.Effect.State;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.FaultSpec.Target;
import io.firedrill.scenario.Link;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.Trigger;
import io.firedrill.topology.Component;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.topology.Witness.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults on one of three replicas, and on all of them. */
@NeedsDocker
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplicasIT {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Link CUSTOMERS = new Link("customers", new Endpoint("till", 8000));
    private static final Target ONE = new Target.Component("till-1");
    private static final Target TWO = new Target.Component("till-2");
    private static final Target THREE = new Target.Component("till-3");
    private static final FaultSpec SWAP =
            Releaser.swap("till-crashing", new Target.Component("till"));
    private static final FaultSpec ISOLATE = Releaser.isolate(TWO);

    private final ContainersProvisioner provisioner = new ContainersProvisioner(Shop.settings());
    private SystemUnderDrill system;

    @BeforeAll
    void start() {
        List<Step> steps = Stream.of(SWAP, ISOLATE)
                .<Step>map(fault -> new Step.Inject(
                        new Trigger.After(Duration.ZERO), fault.target().text(), fault))
                .toList();
        List<String> files = List.of("compose.yaml", "crowd.yaml", "releases.yaml");
        system = provisioner.start(Shop.drill("replicas", files, steps));
    }

    @AfterAll
    void end() {
        system.close();
        provisioner.close();
    }

    @BeforeEach
    void everythingIsWell() {
        soon(
                "all run",
                () -> Stream.of("till-1", "till-2", "till-3")
                        .allMatch(till -> system.witness().state(till).equals("running")));
        soon(
                "open",
                () -> look(Shop.LINK) == Outcome.ANSWERED && look(CUSTOMERS) == Outcome.ANSWERED);
    }

    private Outcome look(Link link) {
        return system.witness().link(link, SECOND).outcome();
    }

    static Stream<FaultSpec> faults() {
        return Stream.of(
                Releaser.on(TWO, "crash", Map.of()),
                Releaser.on(TWO, "vanish", Map.of()),
                Releaser.on(TWO, "pause", Map.of()),
                Releaser.on(TWO, "stop", Map.of()),
                Releaser.on(TWO, "restart", Map.of()),
                Releaser.on(TWO, "starve", Map.of("cpu", 0.2)),
                ISOLATE,
                Releaser.partition(Releaser.several(TWO), Releaser.several(Releaser.CLERK_1)));
    }

    @Test
    void eachReplicaIsAComponentOfItsOwn() {
        assertThat(system.components())
                .extracting(Component::name)
                .containsExactly("till-1", "till-2", "till-3", "clerk-1", "clerk-2");
        assertThat(system.components().stream()
                        .map(component -> component.facts().get("container"))
                        .distinct())
                .hasSize(5);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isProvedOnTheOneThatItIsAimedAtAndNotOnItsNeighbour(FaultSpec spec) {
        ActiveFault fault = Releaser.aim(spec, system);
        ActiveFault besides = Releaser.aim(on(spec, ONE), system);
        try (fault) {
            assertThat(fault.effect()).extracting(Effect::state).isEqualTo(State.ABSENT);
            fault.apply();

            becomes(State.IN_EFFECT, fault);
            assertThat(besides.effect().state()).isNotEqualTo(State.IN_EFFECT);
            assertThat(look(Shop.LINK))
                    .as("the relay stands by the others")
                    .isNotEqualTo(Outcome.REFUSED);
        }
        becomes(State.ABSENT, fault);
    }

    private static void becomes(State state, ActiveFault fault) {
        await("" + state)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(fault.effect())
                        .as(() -> "" + fault.effect())
                        .extracting(Effect::state)
                        .isEqualTo(state));
    }

    private static FaultSpec on(FaultSpec spec, Target other) {
        if (spec.target() instanceof Target.Groups) {
            return Releaser.partition(Releaser.several(other), Releaser.several(Releaser.CLERK_1));
        }
        return spec.kind().equals("isolate")
                ? Releaser.isolate(other)
                : new FaultSpec(spec.kind(), other, spec.settings());
    }

    @Test
    void theRelayRefusesWhenTheLastIsStoppedAndOpensWithTheFirstThatIsBack() {
        List<ActiveFault> stops = new ArrayList<>();
        for (Target till : List.of(ONE, TWO, THREE)) {
            stops.add(Releaser.aim(Releaser.on(till, "stop", Map.of()), system));
        }
        try {
            stops.forEach(ActiveFault::apply);
            soon("refused", () -> look(Shop.LINK) == Outcome.REFUSED);

            stops.get(1).close();

            soon("open again", () -> look(Shop.LINK) == Outcome.ANSWERED);
        } finally {
            stops.forEach(ActiveFault::close);
        }
    }

    @Test
    void theRelayIsSilentWhenTheLastHostIsLost() {
        List<ActiveFault> losses = new ArrayList<>();
        for (Target till : List.of(ONE, TWO, THREE)) {
            losses.add(Releaser.aim(Releaser.on(till, "vanish", Map.of()), system));
        }
        try {
            losses.forEach(ActiveFault::apply);
            soon("silent", () -> look(Shop.LINK) == Outcome.CONNECT_SILENT);
        } finally {
            losses.forEach(ActiveFault::close);
        }
    }

    @Test
    void aBadReleaseIsPutOnAllAtOnce() {
        try (ActiveFault swap = Releaser.aim(SWAP, system)) {
            swap.apply();

            soon("in effect", () -> swap.effect().state() == State.IN_EFFECT);
            soon("refused", () -> look(Shop.LINK) == Outcome.REFUSED);
            swap.close();
            soon("healed", () -> swap.effect().state() == State.ABSENT);
        }
    }

    private static void soon(String what, Callable<Boolean> condition) {
        await(what)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(condition);
    }
}
