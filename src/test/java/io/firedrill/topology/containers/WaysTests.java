package io.firedrill.topology.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Link;
import io.firedrill.topology.Separation;
import io.firedrill.topology.Surveyor.Try;
import io.firedrill.topology.Witness.Outcome;
import io.firedrill.topology.containers.Ways.Place;
import io.firedrill.topology.containers.Ways.Way;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which ways are tried when components are to be apart. */
class WaysTests {
    private static final Link LINK = new Link("portal", new Endpoint("db", 5432));
    private static final RelaySite ENTRY =
            new RelaySite(RelaySite.CUSTOMERS, "portal", new TreeSet<>(Set.of(8080)));

    private final Ways ways = new Ways(
            List.of(
                    new Place("portal", Map.of("front", "10.1.0.2", "back", "10.2.0.2")),
                    new Place("db", Map.of("back", "10.2.0.3")),
                    new Place("mail", Map.of("front", "10.1.0.4"))),
            List.of(LINK),
            List.of(ENTRY));

    private Map<String, List<String>> words(Separation separation) {
        Map<String, List<String>> words = new java.util.TreeMap<>();
        ways.closedBy(separation)
                .forEach((from, own) ->
                        words.put(from, own.stream().map(Way::words).toList()));
        return words;
    }

    @Test
    void twoGroupsAreTriedInBothDirectionsByNameByAddressAndOverTheirLinks() {
        Separation split = Separation.between(List.of(Set.of("portal"), Set.of("db")));

        assertThat(words(split))
                .isEqualTo(Map.of(
                        "portal",
                        List.of(
                                "portal -> db:9",
                                "portal -> db:9 at 10.2.0.3",
                                "portal -> db:5432"),
                        "db",
                        List.of("db -> portal:9", "db -> portal:9 at 10.2.0.2")));
    }

    @Test
    void whoSharesNoNetworkHasNoWay() {
        assertThat(words(Separation.between(List.of(Set.of("mail"), Set.of("db")))))
                .isEmpty();
    }

    @Test
    void whoIsAloneIsTriedFromEverybodyFromAHostAndFromTheCustomers() {
        Map<String, List<Way>> closed = ways.closedBy(Separation.of(Set.of("portal")));

        assertThat(closed.keySet()).containsExactly("customers", "db", "mail", "portal");
        assertThat(closed.get("customers"))
                .extracting(Way::words)
                .containsExactlyInAnyOrder(
                        "a host -> portal:9 at 10.1.0.2",
                        "a host -> portal:9 at 10.2.0.2",
                        "customers -> portal:8080");
        assertThat(closed.get("customers"))
                .extracting(Way::host)
                .contains("firedrill-relay-customers-portal");
        assertThat(closed.get("portal"))
                .extracting(Way::words)
                .contains("portal -> mail:9", "portal -> db:9", "portal -> db:5432");
        assertThat(closed.get("mail"))
                .extracting(Way::words)
                .containsExactly("mail -> portal:9", "mail -> portal:9 at 10.1.0.2");
    }

    @Test
    void oneReplicaIsFoundByItsContainerAndALinkIsTriedWhereItLeadsToNobody() {
        Ways crowd = new Ways(
                List.of(
                        new Place("portal", Map.of("back", "10.2.0.2")),
                        new Place("db-1", "db", "c-db-1", Map.of("back", "10.2.0.3")),
                        new Place("db-2", "db", "c-db-2", Map.of("back", "10.2.0.4"))),
                List.of(LINK),
                List.of(new RelaySite(RelaySite.CUSTOMERS, "db", new TreeSet<>(Set.of(5432)))));

        List<Way> one = crowd.closedBy(
                        Separation.between(List.of(Set.of("portal"), Set.of("db-2"))))
                .get("portal");
        List<Way> all = crowd.closedBy(
                        Separation.between(List.of(Set.of("portal"), Set.of("db-1", "db-2"))))
                .get("portal");

        assertThat(one)
                .extracting(Way::words)
                .containsExactly("portal -> db-2:9", "portal -> db-2:9 at 10.2.0.4");
        assertThat(one.get(0).host()).isEqualTo("c-db-2");
        assertThat(all)
                .extracting(Way::words)
                .containsExactly(
                        "portal -> db-1:9",
                        "portal -> db-1:9 at 10.2.0.3",
                        "portal -> db:5432",
                        "portal -> db-2:9",
                        "portal -> db-2:9 at 10.2.0.4");
        assertThat(all.get(2).host()).isEqualTo("db");
        assertThat(crowd.closedBy(Separation.of(Set.of("db-1"))).get("customers"))
                .extracting(Way::words)
                .containsExactly("a host -> db-1:9 at 10.2.0.3");
        assertThat(crowd.closedBy(Separation.of(Set.of("db-1", "db-2"))).get("customers"))
                .extracting(Way::words)
                .contains("customers -> db:5432");
    }

    @Test
    void whatWasPrintedIsMatchedByNumberAndWhatWasNotIsBlind() {
        List<Way> tried = List.of(
                new Way("a", "a", 9, Optional.empty()),
                new Way("b", "b", 9, Optional.empty()),
                new Way("c", "c", 9, Optional.empty()));

        assertThat(Survey.read("""
                        2 {"outcome":"refused"}
                        sh: 1: probe: not found
                        0 {"outcome":"connect-silent"}
                        """, tried))
                .containsExactly(
                        new Try("a", Outcome.CONNECT_SILENT),
                        new Try("b", Outcome.BLIND),
                        new Try("c", Outcome.REFUSED));
    }
}
