package io.firedrill.topology.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Link;
import io.firedrill.topology.LinkUse;
import io.firedrill.topology.Sighting.LinkUsed;
import org.junit.jupiter.api.Test;

class RelayPlanTests {
    @Test
    void relaysWhatTheScenarioNamesAndTheEntriesItUses() {
        assertThat(RelayPlan.of(Shop.drill("x")))
                .flatExtracting(RelaySite::links)
                .extracting(Link::toString)
                .containsExactly("customers -> till:8000", "clerk-1 -> till:8000");
    }

    @Test
    void relaysEveryLinkToSomebodyOutsideThoughTheScenarioDoesNotNameIt() {
        Link mail = new Link("clerk-2", new Endpoint("mail", 25));

        assertThat(RelayPlan.of(Shop.telling("x", mail)))
                .flatExtracting(RelaySite::links)
                .extracting(Link::toString)
                .containsExactly(
                        "customers -> till:8000", "clerk-1 -> till:8000", "clerk-2 -> mail:25");
    }

    @Test
    void namesAProxySoThatItFitsIntoAnAddress() {
        assertThat(RelaySite.proxyName(Shop.LINK)).isEqualTo("clerk-1_till_8000");
    }

    @Test
    void readsWhoConnectedOutOfTheRelaysLog() {
        String line =
                "{\"level\":\"info\",\"name\":\"clerk-1_till_8000\",\"client\":\"172.17.0.1:52322\","
                        + "\"message\":\"Accepted client\"}";

        assertThat(RelayLog.read(line))
                .contains(new RelayLog.Accepted("clerk-1_till_8000", "172.17.0.1"));
        assertThat(RelayLog.read(line.replace("Accepted", "Lost"))).isEmpty();
        assertThat(RelayLog.read("panic: no JSON")).isEmpty();
        assertThat(RelayLog.read("")).isEmpty();
    }

    @Test
    void aLinkIsUsedOnlyWhenMoreConnectionsCameThanTheWitnessBegan() {
        LinkUse use = new LinkUse();
        use.tried(Shop.LINK);

        assertThat(use.accepted(Shop.LINK, "10.0.0.2")).isEmpty();
        assertThat(use.all()).isEmpty();
        assertThat(use.accepted(Shop.LINK, "10.0.0.2"))
                .contains(new LinkUsed(
                        "clerk-1 -> till:8000", "connection 2 to the relay came from 10.0.0.2"));
        assertThat(use.accepted(Shop.LINK, "10.0.0.2")).as("told once").isEmpty();
        assertThat(use.all()).hasSize(1);
    }

    @Test
    void aTryThatWasRefusedNeverCountsForTheConsumer() {
        LinkUse use = new LinkUse();
        use.tried(Shop.LINK);
        use.tried(Shop.LINK);

        assertThat(use.accepted(Shop.LINK, "10.0.0.2")).isEmpty();
        assertThat(use.accepted(Shop.LINK, "10.0.0.2")).isEmpty();
    }
}
