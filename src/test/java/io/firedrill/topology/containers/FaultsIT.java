package io.firedrill.topology.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firedrill.NeedsDocker;
import io.firedrill.fault.ActiveFault;
import io.firedrill.fault.Effect;
import io.firedrill.fault.Effect.State;
import io.firedrill.fault.Fault;
import io.firedrill.fault.FaultCatalog;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.Link;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.topology.Witness.Outcome;
import java.time.Duration;
import java.util.HashMap;
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

/** Every fault on one running system: proved in effect, and proved healed. */
@NeedsDocker
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsIT {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Link CUSTOMERS = new Link("customers", new Endpoint("till", 8000));

    private final ContainersProvisioner provisioner = new ContainersProvisioner(Shop.settings());
    private SystemUnderDrill system;

    @BeforeAll
    void start() {
        system = provisioner.start(Shop.drill("faults"));
    }

    @AfterAll
    void end() {
        system.close();
        provisioner.close();
    }

    @BeforeEach
    void everythingIsWell() {
        soon(
                "till open",
                () -> system.witness().link(Shop.LINK, SECOND).outcome() == Outcome.ANSWERED);
    }

    record Row(String kind, Map<String, Object> settings) {}

    static Stream<Row> faults() {
        Map<String, Object> commands = Map.of(
                "run", List.of("touch", "/tmp/open"),
                "undo", List.of("rm", "/tmp/open"),
                "proof", List.of("test", "-e", "/tmp/open"));
        return Stream.of(
                new Row("cut", Map.of()),
                new Row("blackhole", Map.of()),
                new Row("delay", Map.of("by", Duration.ofMillis(300))),
                new Row("delay", Map.of("by", Duration.ofMillis(300), "direction", "both")),
                new Row("reset", Map.of()),
                new Row("reset", Map.of("direction", "requests")),
                new Row("slow", Map.of("to", 1_000L)),
                new Row("truncate", Map.of("after", 10L)),
                new Row("truncate", Map.of("after", 60L, "direction", "requests")),
                new Row("slice", Map.of()),
                new Row("pause", Map.of()),
                new Row("crash", Map.of()),
                new Row("vanish", Map.of()),
                new Row("stop", Map.of()),
                new Row("restart", Map.of()),
                new Row("exec", commands),
                new Row("starve", Map.of("cpu", 0.2)),
                new Row("starve", Map.of("cpu", 0.3, "memory", 100_000_000L)),
                new Row("fill-disk", Map.of("path", "/dev/shm", "size", 20_000_000L)),
                new Row("fill-disk", Map.of("path", "/dev/shm", "size", 200_000_000L)),
                new Row("fill-disk", Map.of("path", "/drawer", "size", 20_000_000L)));
    }

    /** Only the till has a drawer. */
    static Stream<Row> faultsOfAnybody() {
        return faults().filter(row -> !row.settings().containsValue("/drawer"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isProvedBeforeDuringAndAfter(Row row) {
        ActiveFault fault = aim(row);
        assertThat(fault.effect()).extracting(Effect::state).isEqualTo(State.ABSENT);

        fault.apply();

        soon("in effect: " + row, () -> fault.effect().state() == State.IN_EFFECT);
        fault.close();
        soon("healed: " + row, () -> fault.effect().state() == State.ABSENT);
        fault.close();
        assertThat(fault.effect().state()).isEqualTo(State.ABSENT);
    }

    /**
     * Sabotage: the same is done to the neighbour, or on the neighbour's link; what is asked of the
     * relay goes to that of the customers. The witness looks where it should have been done.
     */
    @ParameterizedTest
    @MethodSource("faultsOfAnybody")
    void anInjectorThatHitsTheNeighbourIsNotBelieved(Row row) {
        ActiveFault fault = aim(row);
        ActiveFault other = aim(row, CUSTOMERS, "clerk-2");
        try (other) {
            other.apply();
            soon("in effect elsewhere: " + row, () -> other.effect().state() == State.IN_EFFECT);

            assertThat(fault.effect().state()).isEqualTo(State.ABSENT);
        }
        soon("healed: " + row, () -> other.effect().state() == State.ABSENT);
    }

    @Test
    void theLimitsOfAStarvedComponentAreThoseOfBefore() throws Exception {
        ActiveFault starve = aim(new Row("starve", Map.of("cpu", 0.3, "memory", 90_000_000L)));
        String before = starve.effect().detail();

        starve.apply();
        String during = starve.effect().detail();
        starve.close();

        assertThat(during).startsWith("30000 100000,").isNotEqualTo(before);
        assertThat(starve.effect().detail()).isEqualTo(before);
    }

    @Test
    void whatIsHealedAsSoonAsItCrashedRunsAgain() {
        for (int round = 0; round < 5; round++) {
            ActiveFault crash = aim(new Row("crash", Map.of()), CUSTOMERS, "clerk-2");
            crash.apply();
            crash.close();

            soon("in effect", () -> system.witness().deaths("clerk-2") > 0);
            soon("runs without a restart policy", () -> crash.effect().state() == State.ABSENT);
        }
    }

    @Test
    void aDiskThatOthersUseIsNotFilledToTheBrim() {
        Row row = new Row("fill-disk", Map.of("path", "/drawer", "size", 90_000_000_000L));
        ActiveFault fill = aim(row);

        assertThatThrownBy(fill::apply)
                .hasMessage("'/drawer' of till could not be filled:"
                        + " less than 1 GB would be left on a disk that others use");
        fill.close();
        assertThat(fill.effect().state()).isEqualTo(State.ABSENT);
    }

    private ActiveFault aim(Row row) {
        return aim(row, Shop.LINK, "till");
    }

    private ActiveFault aim(Row row, Link link, String component) {
        Fault fault = FaultCatalog.load().named(row.kind());
        Map<String, Object> values = new HashMap<>();
        for (Setting setting : fault.kind().settings()) {
            setting.fallback().ifPresent(value -> values.put(setting.name(), value));
        }
        values.putAll(row.settings());
        FaultSpec.Target target = fault.kind().target() == FaultKind.TargetKind.LINK
                ? new FaultSpec.Target.OnLink(link)
                : new FaultSpec.Target.Component(component);
        return fault.aim(new FaultSpec(row.kind(), target, new Settings(values)), system);
    }

    private static void soon(String what, Callable<Boolean> condition) {
        await(what)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .until(condition);
    }
}
