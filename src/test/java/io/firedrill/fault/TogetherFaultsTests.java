package io.firedrill.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.DrillException;
import io.firedrill.fault.Effect.State;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.FaultSpec.Target;
import io.firedrill.scenario.Settings;
import io.firedrill.topology.ImageWitness.Made;
import io.firedrill.topology.Surveyor.Try;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.topology.Witness.Outcome;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What faults of several components do, and what a witness has to see as proof. */
class TogetherFaultsTests {
    private static final Target BOTH =
            new Target.Several(List.of(new Target.Component("db"), new Target.Component("shop")));
    private static final Try SILENT = new Try("db -> shop:9", Outcome.CONNECT_SILENT);
    private static final Try OPEN = new Try("shop -> db:9", Outcome.REFUSED);
    private static final Try BLIND = new Try("shop -> db:9", Outcome.BLIND);

    private final OnePart system = new OnePart(Optional.empty());

    private ActiveFault swap() {
        return aim("swap-image", BOTH, Map.of("to", "portal:2.6"), system);
    }

    private static ActiveFault aim(
            String kind, Target target, Map<String, Object> settings, SystemUnderDrill system) {
        return FaultCatalog.load()
                .named(kind)
                .aim(new FaultSpec(kind, target, new Settings(settings)), system);
    }

    private static Made made(String image, String state) {
        return new Made("sha256:" + image, state);
    }

    @Test
    void aSwapIsProvedByTheImageOfEachAndHealedByThatOfBefore() {
        ActiveFault swap = swap();
        assertThat(swap.describe()).isEqualTo("put db, shop on image portal:2.6");
        assertThat(swap.effect())
                .isEqualTo(new Effect(
                        State.ABSENT,
                        "the platform's record of each container",
                        "db is running from image good, shop is running from image good"));

        swap.apply();
        assertThat(swap.effect().state()).as("nothing happened").isEqualTo(State.ABSENT);
        system.madeFrom(Map.of("db", made("bad", "restarting")));
        assertThat(swap.effect().state()).as("one of two").isEqualTo(State.UNKNOWN);
        system.madeFrom(Map.of("db", made("bad", "restarting"), "shop", made("bad", "created")));
        assertThat(swap.effect().state()).isEqualTo(State.IN_EFFECT);

        swap.close();
        system.madeFrom(Map.of("db", made("other", "running")));
        assertThat(swap.effect().state()).as("a third image").isEqualTo(State.UNKNOWN);
        system.madeFrom(Map.of("db", made("good", "exited")));
        assertThat(swap.effect().state()).as("it does not run").isEqualTo(State.UNKNOWN);
        assertThat(system.calls)
                .containsExactly("swap [db, shop] portal:2.6", "swap back [db, shop]");
    }

    @Test
    void anImageThatIsThereAlreadyIsInEffectBefore() {
        system.madeFrom(Map.of("db", made("bad", "running"), "shop", made("bad", "running")));

        assertThat(swap().effect().state()).isEqualTo(State.IN_EFFECT);
    }

    @Test
    void componentsAreApartWhereEveryWayIsSilent() {
        ActiveFault isolate = aim("isolate", BOTH, Map.of(), system);
        assertThat(isolate.describe()).isEqualTo("take db, shop off all networks");
        assertThat(isolate.effect())
                .isEqualTo(new Effect(
                        State.ABSENT,
                        "every way tried from its beginning",
                        "0 of 2 ways silent, 2 open"));

        isolate.apply();
        assertThat(isolate.effect().state()).as("nothing happened").isEqualTo(State.ABSENT);
        system.seen(SILENT, OPEN);
        assertThat(isolate.effect())
                .as("one way is open")
                .extracting(Effect::state, Effect::detail)
                .containsExactly(
                        State.ABSENT, "1 of 2 ways silent, 1 open: db -> shop:9 connect silent");
        system.seen(SILENT, BLIND);
        assertThat(isolate.effect().state()).as("one was not tried").isEqualTo(State.UNKNOWN);
        system.seen(SILENT, SILENT);
        assertThat(isolate.effect().state()).isEqualTo(State.IN_EFFECT);

        isolate.close();
        assertThat(isolate.effect().state()).as("no heal").isEqualTo(State.IN_EFFECT);
        system.seen(SILENT, OPEN);
        assertThat(isolate.effect().state()).as("half healed").isEqualTo(State.UNKNOWN);
        system.seen(OPEN, OPEN);
        assertThat(isolate.effect().state()).isEqualTo(State.ABSENT);
        assertThat(system.calls).containsExactly("separate [db, shop]", "rejoin [db, shop]");
    }

    @Test
    void whatWasPartlyApartBeforeOrCouldNotBeTriedTellsNothing() {
        ActiveFault isolate = aim("isolate", BOTH, Map.of(), system);

        assertThat(system.seen(SILENT, OPEN)).isNotNull();
        assertThat(isolate.effect().state()).isEqualTo(State.UNKNOWN);
        system.seen();
        assertThat(isolate.effect().state()).isEqualTo(State.UNKNOWN);
        isolate.apply();
        assertThat(isolate.effect().state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void aPartitionPartsItsGroups() {
        Target groups = new Target.Groups(List.of(
                new Target.Several(List.of(new Target.Component("db"))),
                new Target.Several(List.of(new Target.Component("shop")))));
        ActiveFault partition = aim("partition", groups, Map.of(), system);

        partition.apply();

        assertThat(partition.describe()).isEqualTo("part db | shop");
        assertThat(system.calls).containsExactly("separate [db, shop]");
    }

    @Test
    void aSystemThatCanNotDoItSaysSo() {
        SystemUnderDrill plain = (SystemUnderDrill) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {SystemUnderDrill.class},
                (proxy, method, arguments) -> null);

        assertThatThrownBy(() -> aim("isolate", BOTH, Map.of(), plain))
                .isInstanceOf(DrillException.class)
                .hasMessage("fault 'isolate' can not be done to this system");
    }
}
