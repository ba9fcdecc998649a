package io.firedrill.topology.inprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Link;
import io.firedrill.topology.LinkUse;
import io.firedrill.topology.Witness.Outcome;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SocketWitnessTests {
    private static final Duration LOOK = Duration.ofMillis(150);

    private final Bench bench = new Bench();
    private Machine machine;
    private SocketWitness witness;

    @BeforeEach
    void start() {
        machine = bench.start(Part.of("tally", new Tally()));
        await().until(machine::isUp);
        SocketWitness.Places places = new SocketWitness.Places(
                Map.of("tally", machine.ports().address(Machine.PULSE)),
                Map.of("tally", machine.ports().address(Machine.NOBODY)),
                link -> bench.directory().find(link.consumer(), link.provider()));
        witness = new SocketWitness(places, new LinkUse(), System::nanoTime);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void seesWhetherAProcessLives() {
        assertThat(witness.state("tally")).isEqualTo("running");

        machine.pause();
        assertThat(witness.state("tally")).isEqualTo("paused");

        machine.resume();
        assertThat(witness.state("tally")).isEqualTo("running");

        machine.crash();
        assertThat(witness.state("tally")).isEqualTo("exited");

        assertThat(witness.state("nobody")).isEqualTo("gone");
    }

    @Test
    void countsDeathsBySocketsAlone() {
        assertThat(witness.deaths("tally")).isZero();

        machine.crash();
        assertThat(witness.deaths("tally")).isEqualTo(1);

        machine.revive();
        await().until(machine::isUp);
        assertThat(witness.deaths("tally")).as("it answers as the second").isEqualTo(1);

        machine.crash();
        assertThat(witness.deaths("tally")).isEqualTo(2);
    }

    @Test
    void tellsALostHostFromALivingOne() {
        assertThat(witness.host("tally", LOOK).outcome()).isEqualTo(Outcome.REFUSED);

        machine.lose();

        assertThat(witness.host("tally", LOOK).outcome()).isEqualTo(Outcome.CONNECT_SILENT);
        assertThat(witness.state("tally")).isEqualTo("gone");
        assertThat(witness.host("nobody", LOOK).outcome()).isEqualTo(Outcome.BLIND);
    }

    @Test
    void looksAlongALink() {
        Link link = new Link("anybody", new Endpoint("tally", Tally.PORT));
        assertThat(witness.link(link, LOOK).outcome()).isEqualTo(Outcome.ANSWERED);

        machine.pause();
        assertThat(witness.link(link, LOOK).outcome()).isEqualTo(Outcome.DATA_SILENT);

        machine.crash();
        assertThat(witness.link(link, LOOK).outcome()).isEqualTo(Outcome.REFUSED);

        Link nowhere = new Link("anybody", new Endpoint("elsewhere", 1));
        assertThat(witness.link(nowhere, LOOK).outcome()).isEqualTo(Outcome.UNKNOWN_NAME);
    }
}
