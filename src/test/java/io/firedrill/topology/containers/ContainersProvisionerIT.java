package io.firedrill.topology.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firedrill.DrillException;
import io.firedrill.NeedsDocker;
import io.firedrill.journal.SystemClock;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Link;
import io.firedrill.topology.Capability;
import io.firedrill.topology.Capability.Askable;
import io.firedrill.topology.Capability.Crashable;
import io.firedrill.topology.Capability.HasLogs;
import io.firedrill.topology.Capability.Losable;
import io.firedrill.topology.Capability.Pausable;
import io.firedrill.topology.Described;
import io.firedrill.topology.Sighting;
import io.firedrill.topology.Sighting.ComponentChanged;
import io.firedrill.topology.Sighting.LinkUsed;
import io.firedrill.topology.Sighting.RelaySwitched;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.topology.Witness;
import io.firedrill.topology.Witness.Outcome;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What can be done to one running system; each test leaves it as it found it. */
@NeedsDocker
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContainersProvisionerIT {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Link OTHER = new Link("clerk-2", new Endpoint("till", 8000));
    private static final Link CUSTOMERS = new Link("customers", new Endpoint("till", 8000));

    private final ContainersProvisioner provisioner = new ContainersProvisioner(Shop.settings());
    private final List<Sighting> sightings = new CopyOnWriteArrayList<>();
    private SystemUnderDrill system;
    private Witness witness;

    @BeforeAll
    void start() {
        system = provisioner.start(Shop.drill("all"));
        witness = system.witness();
        system.watch(sightings::add);
    }

    @BeforeEach
    void everythingIsWell() {
        soon(
                "till open to all",
                () -> outcome(Shop.LINK) == Outcome.ANSWERED
                        && outcome(CUSTOMERS) == Outcome.ANSWERED
                        && !witness.state("till").equals("paused"));
        sightings.removeIf(sighting -> !(sighting instanceof LinkUsed));
    }

    @AfterAll
    void end() {
        system.close();
        provisioner.close();
    }

    @Test
    void cutsTheLinkOfOneConsumerOnly() {
        assertThat(outcome(Shop.LINK)).isEqualTo(Outcome.ANSWERED);

        system.relay(Shop.LINK).hold();

        assertThat(outcome(Shop.LINK)).isEqualTo(Outcome.REFUSED);
        assertThat(outcome(OTHER)).isEqualTo(Outcome.ANSWERED);
        assertThat(outcome(CUSTOMERS)).isEqualTo(Outcome.ANSWERED);
        system.relay(Shop.LINK).release();
        assertThat(outcome(Shop.LINK)).isEqualTo(Outcome.ANSWERED);
    }

    @Test
    void seesTheConsumerUseItsLinkThoughTheWitnessComesFromTheSameAddress() {
        soon(
                "link seen in use",
                () -> sightings.stream()
                        .anyMatch(sighting -> sighting instanceof LinkUsed used
                                && used.link().equals("clerk-1 -> till:8000")));

        assertThat(sightings.stream().filter(LinkUsed.class::isInstance))
                .as("told once for each link")
                .doesNotHaveDuplicates();
    }

    @Test
    void customersComeInAtAnAddressThatRefusesWhenTheEntryIsCut() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(system.entry("web"), 1000);
        }

        system.relay(CUSTOMERS).hold();

        assertThatThrownBy(() -> new Socket(
                        system.entry("web").getAddress(), system.entry("web").getPort()))
                .hasMessageContaining("refused");
        system.relay(CUSTOMERS).release();
    }

    @Test
    void aCrashedComponentIsStartedByItsOwnRestartPolicyAndItsRelaysFollow() {
        long before = witness.deaths("till");

        power(Crashable.class).crash();

        soon("death counted", () -> witness.deaths("till") == before + 1);
        soon("started again", () -> states().contains("start"));
        soon(
                "relays open",
                () -> switches("clerk-1 -> till:8000").contains("open")
                        && switches("customers -> till:8000").contains("open"));
        assertThat(switches("clerk-1 -> till:8000")).containsExactly("closed", "open");
        assertThat(switches("customers -> till:8000")).containsExactly("closed", "open");
        assertThat(states()).startsWith("die", "start");
        assertThat(outcome(Shop.LINK)).isEqualTo(Outcome.ANSWERED);
        power(Crashable.class).revive();
        assertThat(witness.deaths("till")).isEqualTo(before + 1);
    }

    @Test
    void aCutIsNotUndoneByTheReturnOfTheProvider() {
        system.relay(Shop.LINK).hold();

        power(Crashable.class).crash();

        soon("the other relay opens", () -> switches("customers -> till:8000").contains("open"));
        assertThat(outcome(CUSTOMERS)).isEqualTo(Outcome.ANSWERED);
        assertThat(outcome(Shop.LINK)).isEqualTo(Outcome.REFUSED);
        system.relay(Shop.LINK).release();
        soon("released", () -> outcome(Shop.LINK) == Outcome.ANSWERED);
    }

    @Test
    void aLostHostIsSilentKeepsItsNameAndComesBack() {
        assertThat(witness.host("till", SECOND).outcome()).isEqualTo(Outcome.REFUSED);
        Losable host = power(Losable.class);

        host.lose();

        assertThat(witness.host("till", SECOND).outcome()).isEqualTo(Outcome.CONNECT_SILENT);
        assertThat(outcome(OTHER))
                .as("by name, no relay between")
                .isEqualTo(Outcome.CONNECT_SILENT);
        assertThat(outcome(Shop.LINK)).as("through a relay").isEqualTo(Outcome.CONNECT_SILENT);
        assertThat(outcome(CUSTOMERS)).isEqualTo(Outcome.CONNECT_SILENT);
        assertThat(power(Askable.class).ask(List.of("true"), SECOND).code()).isEqualTo(-1);

        host.bringBack();
        host.bringBack();

        assertThat(witness.state("till")).isEqualTo("running");
        assertThat(witness.host("till", SECOND).outcome()).isEqualTo(Outcome.REFUSED);
        soon("relays open", () -> switches("clerk-1 -> till:8000").contains("open"));
        assertThat(switches("clerk-1 -> till:8000")).containsExactly("silent", "closed", "open");
        assertThat(outcome(OTHER)).isEqualTo(Outcome.ANSWERED);
    }

    @Test
    void aHostThatWasNeverLostIsNotTouchedWhenBroughtBack() {
        long before = witness.deaths("till");

        power(Losable.class).bringBack();

        assertThat(witness.state("till")).isEqualTo("running");
        assertThat(witness.deaths("till")).isEqualTo(before);
    }

    @Test
    void aPausedComponentShakesHandsAndSaysNothingAndCannotBeAsked() {
        power(Pausable.class).pause();
        power(Pausable.class).pause();

        assertThat(outcome(OTHER)).isEqualTo(Outcome.DATA_SILENT);
        assertThat(outcome(Shop.LINK)).isEqualTo(Outcome.DATA_SILENT);
        assertThat(power(Askable.class).ask(List.of("true"), SECOND).code()).isEqualTo(-1);
        power(Pausable.class).resume();
        power(Pausable.class).resume();
        soon(
                "answering",
                () -> power(Askable.class).ask(List.of("true"), SECOND).code() == 0);
        soon("seen", () -> states().containsAll(List.of("pause", "unpause")));
    }

    @Test
    void aRelayThatHangsIsNoticedWithinItsLimitAndStartedAnew() throws Exception {
        String relay = Leftovers.docker(
                        "ps",
                        "-q",
                        "--filter",
                        "label=com.docker.compose.service=firedrill-relay-clerk-1-till",
                        "--filter",
                        "label=io.firedrill.system="
                                + ((Described) system).facts().get("project"))
                .get(0);
        Leftovers.docker("pause", relay);
        SystemClock clock = new SystemClock();

        assertThatThrownBy(() -> system.relay(Shop.LINK).hold())
                .isInstanceOf(DrillException.class)
                .hasMessage(
                        "closing the relay of 'clerk-1 -> till:8000' did not end within 2000 ms;"
                                + " its container was started anew, and every fault on it is gone");

        assertThat(clock.since(0)).isLessThan(Duration.ofSeconds(6));
        soon("relay again", () -> outcome(Shop.LINK) == Outcome.ANSWERED);
    }

    @Test
    void asksInsideWithinATimeLimitAndReadsTheLog() {
        assertThat(power(Askable.class).ask(List.of("sh", "-c", "echo hi; exit 3"), PATIENT))
                .isEqualTo(new Capability.Answer(3, "hi\n"));
        assertThat(power(Askable.class)
                        .ask(List.of("sleep", "9"), Duration.ofMillis(300))
                        .code())
                .isEqualTo(-1);
        assertThat(power(Askable.class).ask(List.of("no-such-command"), PATIENT).code())
                .isNotZero();
        String log = system.components().get(1).as(HasLogs.class).orElseThrow().logs(3);
        assertThat(log).contains("answered");
    }

    @Test
    void tellsHowItWasRunWithoutSecrets() {
        Described described = (Described) system;

        assertThat(described.facts()).containsKeys("config", "up", "project");
        assertThat(described.definition())
                .contains("firedrill-relay-clerk-1-till", "${SHOP_PASSWORD}")
                .doesNotContain("open-sesame", "18000");
        assertThat(system.components().get(0).facts())
                .containsEntry("image", "firedrill/hands:1")
                .containsKeys("container", "digest");
    }

    private <C extends Capability> C power(Class<C> kind) {
        return system.components().get(0).as(kind).orElseThrow();
    }

    private Outcome outcome(Link link) {
        return witness.link(link, SECOND).outcome();
    }

    private List<String> states() {
        return sightings.stream()
                .filter(ComponentChanged.class::isInstance)
                .map(ComponentChanged.class::cast)
                .filter(change -> change.component().equals("till"))
                .map(ComponentChanged::state)
                .toList();
    }

    private List<String> switches(String link) {
        return sightings.stream()
                .filter(RelaySwitched.class::isInstance)
                .map(RelaySwitched.class::cast)
                .filter(change -> change.link().equals(link))
                .map(RelaySwitched::to)
                .toList();
    }

    private static void soon(String what, Callable<Boolean> condition) {
        await(what)
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }
}
