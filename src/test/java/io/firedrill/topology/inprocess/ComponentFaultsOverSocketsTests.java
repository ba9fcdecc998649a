package io.firedrill.topology.inprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firedrill.RealTime;
import io.firedrill.fault.ActiveFault;
import io.firedrill.fault.Effect.State;
import io.firedrill.fault.FaultCatalog;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.Settings;
import io.firedrill.topology.SystemUnderDrill;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fault on a component that pocket systems take: seen before, during and after. */
@RealTime
final class ComponentFaultsOverSocketsTests {
    private final InprocessProvisioner provisioner =
            new InprocessProvisioner(List.of(new Corner()), System::nanoTime, Instant::now);
    private SystemUnderDrill system;

    @BeforeEach
    void start() {
        system = provisioner.start(Corner.drill());
    }

    @AfterEach
    void end() {
        system.close();
        provisioner.close();
    }

    private ActiveFault aim(String kind, String component) {
        FaultSpec spec = new FaultSpec(
                kind, new FaultSpec.Target.Component(component), new Settings(Map.of()));
        return FaultCatalog.load().named(kind).aim(spec, system);
    }

    @ParameterizedTest
    @ValueSource(strings = {"crash", "vanish", "pause", "stop", "restart"})
    void isSeenBeforeDuringAndAfter(String kind) {
        ActiveFault fault = aim(kind, "till");
        assertThat(fault.effect().state()).isEqualTo(State.ABSENT);

        fault.apply();
        await().until(() -> fault.effect().state() == State.IN_EFFECT);
        fault.close();
        await().until(() -> fault.effect().state() == State.ABSENT);
        fault.close();

        assertThat(fault.effect().state()).isEqualTo(State.ABSENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"crash", "vanish", "pause", "stop", "restart"})
    void anInjectorThatHitsTheNeighbourIsNotBelieved(String kind) {
        ActiveFault fault = aim(kind, "till");
        try (ActiveFault other = aim(kind, "clerk-1")) {
            other.apply();

            await().until(() -> other.effect().state() == State.IN_EFFECT);
            assertThat(fault.effect().state()).isEqualTo(State.ABSENT);
        }
    }
}
