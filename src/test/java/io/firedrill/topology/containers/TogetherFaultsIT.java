package io.firedrill.topology.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firedrill.NeedsDocker;
import io.firedrill.fault.ActiveFault;
import io.firedrill.fault.Effect.State;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.Link;
import io.firedrill.topology.Capability.Askable;
import io.firedrill.topology.Capability.Crashable;
import io.firedrill.topology.Component;
import io.firedrill.topology.ProvisioningException;
import io.firedrill.topology.Separation;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.topology.Witness.Outcome;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults of several components: what they do, how they are proved, and what they leave alone. */
@NeedsDocker
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TogetherFaultsIT {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Link OTHER = new Link("clerk-2", new Endpoint("till", 8000));
    private static final Link CUSTOMERS = new Link("customers", new Endpoint("till", 8000));
    private static final FaultSpec ISOLATE = Releaser.isolate(Releaser.TILL);
    private static final FaultSpec SPLIT =
            Releaser.partition(Releaser.several(Releaser.TILL), Releaser.several(Releaser.CLERK_1));
    private static final FaultSpec SWAP =
            Releaser.swap("till-crashing", Releaser.TILL, Releaser.CLERK_2);
    private static final FaultSpec EMPTY = Releaser.swap("till-empty", Releaser.TILL);

    private final RunSettings settings = Shop.settings();
    private final ContainersProvisioner provisioner = new ContainersProvisioner(settings);
    private SystemUnderDrill system;

    @BeforeAll
    void start() {
        system = provisioner.start(Releaser.drill("together", ISOLATE, SPLIT, SWAP, EMPTY));
    }

    @AfterAll
    void end() {
        system.close();
        provisioner.close();
    }

    @BeforeEach
    void everythingIsWell() {
        soon(
                "open to all",
                () -> Stream.of(Shop.LINK, OTHER, CUSTOMERS)
                        .allMatch(link -> look(link) == Outcome.ANSWERED));
    }

    private Outcome look(Link link) {
        return system.witness().link(link, SECOND).outcome();
    }

    private List<Outcome> looks() {
        return Stream.of(Shop.LINK, OTHER, CUSTOMERS).map(this::look).toList();
    }

    static Stream<FaultSpec> faults() {
        return Stream.of(
                ISOLATE,
                Releaser.isolate(Releaser.CLERK_1, Releaser.CLERK_2),
                SPLIT,
                Releaser.partition(
                        Releaser.several(Releaser.CLERK_1, Releaser.CLERK_2),
                        Releaser.several(Releaser.TILL)),
                SWAP,
                EMPTY);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isProvedBeforeDuringAndAfter(FaultSpec spec) {
        ActiveFault fault = Releaser.aim(spec, system);
        assertThat(fault.effect().state()).as(fault.effect().detail()).isEqualTo(State.ABSENT);

        fault.apply();

        soon("in effect", () -> fault.effect().state() == State.IN_EFFECT);
        fault.close();
        soon("healed", () -> fault.effect().state() == State.ABSENT);
        fault.close();
        assertThat(fault.effect().state()).isEqualTo(State.ABSENT);
    }

    @Test
    void whoIsIsolatedIsSilentToAllAndRunsOn() {
        try (ActiveFault fault = Releaser.aim(ISOLATE, system)) {
            fault.apply();

            assertThat(looks()).containsOnly(Outcome.CONNECT_SILENT);
            assertThat(system.witness().state("till")).isEqualTo("running");
            assertThat(ask("till", "true")).isEqualTo(0);
            assertThat(ask("clerk-2", "getent hosts till")).as("its name stays").isZero();
            assertThat(ask("till", "getent hosts clerk-2")).isZero();
        }
    }

    @Test
    void aPartitionMeetsItsSidesAndNobodyElse() {
        try (ActiveFault fault = Releaser.aim(SPLIT, system)) {
            fault.apply();

            assertThat(looks())
                    .containsExactly(Outcome.CONNECT_SILENT, Outcome.ANSWERED, Outcome.ANSWERED);
        }
    }

    @Test
    void anOpenConnectionIsSilentAndGoesOnAfterwards() throws IOException {
        try (ActiveFault fault = Releaser.aim(ISOLATE, system);
                Socket customer = new Socket()) {
            customer.connect(system.entry("web"), 1000);
            customer.setSoTimeout(700);
            fault.apply();
            customer.getOutputStream().write("GET /\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThatThrownBy(() -> customer.getInputStream().read())
                    .isInstanceOf(SocketTimeoutException.class);

            fault.close();
            customer.setSoTimeout(20_000);
            assertThat(new String(customer.getInputStream().readNBytes(8))).isEqualTo("HTTP/1.0");
        }
    }

    @Test
    void whoStartsAnewStaysIsolated() {
        try (ActiveFault fault = Releaser.aim(ISOLATE, system)) {
            fault.apply();
            long deaths = system.witness().deaths("till");

            component("till").as(Crashable.class).orElseThrow().crash();

            soon("died", () -> system.witness().deaths("till") > deaths);
            soon("runs again", () -> system.witness().state("till").equals("running"));
            soon("isolated again", () -> fault.effect().state() == State.IN_EFFECT);
        }
    }

    @Test
    void aBadReleaseTakesTheNameTheVolumesAndTheLabels() throws Exception {
        ask("till", "echo 7 > /drawer/coins");
        String before = component("till").facts().get("container");
        ActiveFault swap = Releaser.aim(SWAP, system);
        try (swap) {
            long deaths = system.witness().deaths("till");
            swap.apply();

            soon("crash loop", () -> system.witness().deaths("till") > deaths + 2);
            assertThat(look(Shop.LINK)).isEqualTo(Outcome.REFUSED);
            assertThat(component("till").facts()).doesNotContainEntry("container", before);
            assertThat(Leftovers.docker(
                            "ps",
                            "-aq",
                            "--no-trunc",
                            "--filter",
                            "label=io.firedrill.run=" + settings.runId()))
                    .contains(component("till").facts().get("container"))
                    .doesNotContain(before);
        }
        soon("back", () -> swap.effect().state() == State.ABSENT);
        assertThat(ask("till", "grep -q 7 /drawer/coins")).isZero();
    }

    @Test
    void anImageThatIsNotThereIsFoundBeforeAnythingStarts() throws Exception {
        RunSettings own = Shop.settings();
        FaultSpec swap = Releaser.swap("example/nowhere:9", Releaser.TILL);
        try (ContainersProvisioner other = new ContainersProvisioner(own)) {
            assertThatThrownBy(() -> other.start(Releaser.drill("missing", swap)))
                    .isInstanceOf(ProvisioningException.class)
                    .hasMessage("image 'example/nowhere:9', which a step puts components on, is"
                            + " not on this machine. Pull or build it before, or name a service"
                            + " of the Compose files that builds it");
            assertThat(Leftovers.of(own.runId())).hasSize(1);
        }
    }

    static Stream<Separation> botched() {
        return Stream.of(
                Separation.of(Set.of("clerk-1")),
                Separation.between(List.of(Set.of("till"), Set.of("clerk-1"))),
                Separation.between(List.of(Set.of("till"), Set.of("clerk-1", "clerk-2"))));
    }

    /** The wrong one, one pair only, all pairs but not the customers. */
    @ParameterizedTest
    @MethodSource("botched")
    void anInjectorThatIsolatesTooLittleIsNotBelieved(Separation instead) {
        ActiveFault fault = Releaser.aim(ISOLATE, new Botching((ContainersSystem) system, instead));
        try (fault) {
            fault.apply();

            assertThat(fault.effect().state()).isEqualTo(State.ABSENT);
        }
        soon("healed", () -> fault.effect().state() == State.ABSENT);
    }

    @Test
    void aSwapOfTheWrongComponentOrOfOneOfTwoIsNotBelieved() {
        ActiveFault both = Releaser.aim(SWAP, system);
        ActiveFault till = Releaser.aim(EMPTY, system);
        try (ActiveFault done =
                Releaser.aim(Releaser.swap("till-crashing", Releaser.CLERK_2), system)) {
            done.apply();

            assertThat(both.effect().state()).isEqualTo(State.UNKNOWN);
            assertThat(till.effect().state()).isEqualTo(State.ABSENT);
        }
        soon("healed", () -> both.effect().state() == State.ABSENT);
    }

    private Component component(String name) {
        return system.components().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private int ask(String component, String command) {
        return component(component)
                .as(Askable.class)
                .orElseThrow()
                .ask(List.of("sh", "-c", command), Duration.ofSeconds(5))
                .code();
    }

    private static void soon(String what, Callable<Boolean> condition) {
        await(what)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(condition);
    }
}
