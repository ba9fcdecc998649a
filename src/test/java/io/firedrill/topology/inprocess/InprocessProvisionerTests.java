package io.firedrill.topology.inprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firedrill.scenario.Link;
import io.firedrill.scenario.Scenario;
import io.firedrill.topology.Capability;
import io.firedrill.topology.Capability.Crashable;
import io.firedrill.topology.Capability.HasLogs;
import io.firedrill.topology.Capability.Losable;
import io.firedrill.topology.ProvisioningException;
import io.firedrill.topology.RelayedLinks;
import io.firedrill.topology.Sighting;
import io.firedrill.topology.Sighting.ComponentChanged;
import io.firedrill.topology.Sighting.LinkUsed;
import io.firedrill.topology.Sighting.RelaySwitched;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.topology.Witness.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class InprocessProvisionerTests {
    private static final Duration LOOK = Duration.ofMillis(150);
    private static final Link ENTRY = RelayedLinks.entryLink(Corner.LINK.provider());

    private final InprocessProvisioner provisioner =
            new InprocessProvisioner(List.of(new Corner()), System::nanoTime, Instant::now);
    private final List<Sighting> seen = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        provisioner.close();
    }

    private SystemUnderDrill start() {
        SystemUnderDrill system = provisioner.start(Corner.drill());
        system.watch(seen::add);
        return system;
    }

    private static <C extends Capability> C power(SystemUnderDrill system, Class<C> capability) {
        return system.components().get(0).as(capability).orElseThrow();
    }

    @Test
    void customersComeInThroughARelay() throws IOException {
        try (SystemUnderDrill system = start();
                Visitor visitor = new Visitor()) {
            assertThat(visitor.connect(system.entry("web"))).isEqualTo("connected");
            assertThat(visitor.ask()).matches("[0-9]+ of [0-9]+");
        }
    }

    @Test
    void aLinkIsSeenInUseWhenItsConsumerUsesIt() {
        try (SystemUnderDrill system = start()) {
            await().until(() -> seen.stream().anyMatch(LinkUsed.class::isInstance));

            assertThat(seen)
                    .filteredOn(LinkUsed.class::isInstance)
                    .extracting(sighting -> ((LinkUsed) sighting).link())
                    .containsExactly("clerk-1 -> till:7");
        }
    }

    @Test
    void theRelayOfADeadProviderRefusesAndOpensWhenItIsBack() {
        try (SystemUnderDrill system = start()) {
            power(system, Crashable.class).crash();

            await().until(() -> switches().size() == 4);
            assertThat(switches())
                    .containsExactlyInAnyOrder(
                            "customers -> till:7 closed: 'till' died",
                            "clerk-1 -> till:7 closed: 'till' died",
                            "customers -> till:7 open: 'till' listens again",
                            "clerk-1 -> till:7 open: 'till' listens again");
            assertThat(words("till")).containsExactly("start", "die", "start");
            assertThat(outcome(system, ENTRY)).isEqualTo(Outcome.ANSWERED);
        }
    }

    @Test
    void aRelayThatAFaultHoldsStaysClosedWhateverBecomesOfItsProvider() {
        try (SystemUnderDrill system = start()) {
            system.relay(Corner.LINK).hold();
            power(system, Crashable.class).crash();
            await().until(() -> words("till").size() == 3);

            assertThat(outcome(system, Corner.LINK)).isEqualTo(Outcome.REFUSED);

            system.relay(Corner.LINK).release();
            await().until(() -> outcome(system, Corner.LINK) == Outcome.ANSWERED);
        }
    }

    @Test
    void aLostProviderIsSilentForItsConsumerThoughARelayLiesBetween() {
        try (SystemUnderDrill system = start()) {
            Losable till = power(system, Losable.class);

            till.lose();
            assertThat(outcome(system, Corner.LINK)).isEqualTo(Outcome.CONNECT_SILENT);

            till.bringBack();
            await().until(() -> outcome(system, Corner.LINK) == Outcome.ANSWERED);
            assertThat(words("till")).containsExactly("start", "die", "start");
        }
    }

    @Test
    void onlyTheConsumerOfACutLinkFeelsIt() {
        try (SystemUnderDrill system = start()) {
            system.relay(Corner.LINK).hold();

            await().until(() -> log(system, 1).endsWith("heard nothing"));
            assertThat(log(system, 2)).doesNotContain("nothing");
        }
    }

    private static String log(SystemUnderDrill system, int component) {
        return system.components()
                .get(component)
                .as(HasLogs.class)
                .orElseThrow()
                .logs(5);
    }

    @Test
    void whoDoesNotKnowItsProgramIsTold() {
        Scenario drill = Corner.drill("cornr", Map.of(), Set.of("till"));

        assertThatThrownBy(() -> provisioner.start(drill))
                .isInstanceOf(ProvisioningException.class)
                .hasMessage("scenarios/corner/system.yaml: unknown pocket system 'cornr'; known:"
                        + " [corner]. Name your own in META-INF/services/"
                        + "io.firedrill.topology.inprocess.PocketSystem");
    }

    @Test
    void whoNamesOtherComponentsIsTold() {
        Scenario drill = Corner.drill("corner", Map.of(), Set.of("till", "clerk"));

        assertThatThrownBy(() -> provisioner.start(drill))
                .isInstanceOf(ProvisioningException.class)
                .hasMessage("scenarios/corner/system.yaml: its components are"
                        + " [clerk-1, clerk-2, till], not [clerk, till]; name all of them");
    }

    @Test
    void whoSetsWhatCanNotBeSetIsTold() {
        Scenario drill = Corner.drill("corner", Map.of("size", "big"), Set.of("till"));

        assertThatThrownBy(() -> provisioner.start(drill))
                .isInstanceOf(ProvisioningException.class)
                .hasMessage("scenarios/corner/system.yaml: it has no settings, and is told"
                        + " {size=big}");
    }

    private Outcome outcome(SystemUnderDrill system, Link link) {
        return system.witness().link(link, LOOK).outcome();
    }

    private List<String> switches() {
        return seen.stream()
                .filter(RelaySwitched.class::isInstance)
                .map(RelaySwitched.class::cast)
                .map(change -> change.link() + " " + change.to() + ": " + change.why())
                .toList();
    }

    private List<String> words(String component) {
        return seen.stream()
                .filter(ComponentChanged.class::isInstance)
                .map(ComponentChanged.class::cast)
                .filter(change -> change.component().equals(component))
                .map(ComponentChanged::state)
                .toList();
    }
}
