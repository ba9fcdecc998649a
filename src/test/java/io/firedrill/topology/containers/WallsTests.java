package io.firedrill.topology.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.DrillException;
import io.firedrill.topology.Separation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which packet filters keep components apart. */
class WallsTests {
    private static final Separation SPLIT =
            Separation.between(List.of(Set.of("db1"), Set.of("db2", "portal")));
    private static final RelaySite RELAY = site("portal", "db1");
    private static final RelaySite ELSEWHERE = site("portal", "db2");
    private static final RelaySite ENTRY = site(RelaySite.CUSTOMERS, "portal");

    private final Map<String, PacketFilter> filters = new TreeMap<>();
    private final Map<String, String> addresses = new HashMap<>(Map.of(
            "db1",
            "10.0.0.1",
            "db2",
            "10.0.0.2",
            "etcd",
            "10.0.0.4",
            "portal",
            "fd00::3",
            "web-1",
            "10.0.1.1",
            "web-2",
            "10.0.1.2"));
    private final Walls walls = new Walls(new Walls.Parts(
            filters::put,
            new Walls.Where(
                    name -> List.of(addresses.getOrDefault(name, "")),
                    name -> name.equals("web") ? List.of("web-1", "web-2") : List.of()),
            Map.of(
                    "db1",
                    "c-db1",
                    "db2",
                    "c-db2",
                    "portal",
                    "c-portal",
                    "etcd",
                    "c-etcd",
                    "web-1",
                    "c-web-1",
                    "web-2",
                    "c-web-2"),
            Map.of(
                    RELAY,
                    "c-relay",
                    ELSEWHERE,
                    "c-elsewhere",
                    ENTRY,
                    "c-entry",
                    site("web", "etcd"),
                    "c-from-web",
                    site("portal", "web"),
                    "c-to-web",
                    site("web", "web"),
                    "c-among"),
            Runnable::run));

    private static RelaySite site(String consumer, String provider) {
        return new RelaySite(consumer, provider, new TreeSet<>(Set.of(5432)));
    }

    @Test
    void groupsDropEachOthersPacketsAtBothEndsAndTheRelayBetweenIsShut() {
        walls.separate(SPLIT);

        assertThat(filters)
                .isEqualTo(Map.of(
                        "c-db1", PacketFilter.against(List.of("10.0.0.2", "fd00::3")),
                        "c-db2", PacketFilter.against(List.of("10.0.0.1")),
                        "c-portal", PacketFilter.against(List.of("10.0.0.1")),
                        "c-relay", PacketFilter.shutBut(8474)));
    }

    @Test
    void whoIsAloneDropsAllAndItsRelaysFallSilentTheCustomersOwnIncluded() {
        walls.separate(Separation.of(Set.of("portal")));

        assertThat(filters)
                .isEqualTo(Map.of(
                        "c-portal", PacketFilter.shut(),
                        "c-relay", PacketFilter.shutBut(8474),
                        "c-elsewhere", PacketFilter.shutBut(8474),
                        "c-to-web", PacketFilter.shutBut(8474),
                        "c-entry", PacketFilter.shutBut(8474)));
    }

    @Test
    void aRelayPassesByTheOneReplicaThatIsOutOfReach() {
        walls.separate(Separation.between(List.of(Set.of("web-2"), Set.of("etcd", "portal"))));

        assertThat(filters)
                .containsEntry("c-from-web", PacketFilter.against(List.of("10.0.1.2")))
                .containsEntry("c-to-web", PacketFilter.against(List.of("10.0.1.2")))
                .containsEntry("c-web-2", PacketFilter.against(List.of("10.0.0.4", "fd00::3")))
                .doesNotContainKeys("c-web-1", "c-among");
    }

    @Test
    void aRelayIsShutWhereAllReplicasAreOutOfReach() {
        walls.separate(
                Separation.between(List.of(Set.of("web-1", "web-2"), Set.of("etcd", "portal"))));

        assertThat(filters)
                .containsEntry("c-from-web", PacketFilter.shutBut(8474))
                .containsEntry("c-to-web", PacketFilter.shutBut(8474));
    }

    @Test
    void whatARelayCannotKeepApartIsAnError() {
        Separation one = Separation.between(List.of(Set.of("web-1"), Set.of("web-2")));

        assertThatThrownBy(() -> walls.separate(one))
                .isInstanceOf(DrillException.class)
                .hasMessage("packet filters could not be changed: a relay carries for all replicas,"
                        + " so 'web-1' cannot be kept from 'web-2' alone: put all replicas of one of"
                        + " the two on the same side");
    }

    @Test
    void rejoiningOpensAllAndMayBeDoneTwice() {
        walls.separate(SPLIT);
        walls.rejoin(SPLIT);

        assertThat(filters.values()).hasSize(4).containsOnly(PacketFilter.OPEN);
        filters.clear();
        walls.rejoin(SPLIT);
        assertThat(filters).isEmpty();
    }

    @Test
    void anotherSeparationStandsWhenOneEnds() {
        walls.separate(SPLIT);
        walls.separate(Separation.of(Set.of("db1")));

        walls.rejoin(SPLIT);

        assertThat(filters)
                .containsEntry("c-db1", PacketFilter.shut())
                .containsEntry("c-db2", PacketFilter.OPEN)
                .containsEntry("c-relay", PacketFilter.shutBut(8474));
    }

    @Test
    void whoStartsAnewIsFilteredAnewAndItsNewAddressAtTheOthers() {
        walls.separate(SPLIT);
        filters.clear();
        addresses.put("db1", "10.0.0.9");

        walls.started("etcd");
        assertThat(filters).isEmpty();
        walls.started("db1");

        assertThat(filters)
                .containsEntry("c-db1", PacketFilter.against(List.of("10.0.0.2", "fd00::3")))
                .containsEntry("c-portal", PacketFilter.against(List.of("10.0.0.9")));
    }

    @Test
    void aFilterThatFailsIsToldAndRejoiningIsTriedAgain() {
        Map<String, PacketFilter> put = new HashMap<>();
        Set<String> failing = new TreeSet<>(Set.of("c-db1"));
        Walls fragile = new Walls(new Walls.Parts(
                (container, filter) -> {
                    if (failing.contains(container)) {
                        throw new DrillException("no iptables");
                    }
                    put.put(container, filter);
                },
                new Walls.Where(name -> List.of(), name -> List.of()),
                Map.of("db1", "c-db1", "db2", "c-db2"),
                Map.of(),
                Runnable::run));

        assertThatThrownBy(() -> fragile.separate(SPLIT))
                .isInstanceOf(DrillException.class)
                .hasMessage("packet filters could not be changed: no iptables");
        assertThatThrownBy(() -> fragile.rejoin(SPLIT)).isInstanceOf(DrillException.class);
        failing.clear();
        fragile.rejoin(SPLIT);
        assertThat(put).containsEntry("c-db1", PacketFilter.OPEN);
    }

    @Test
    void aFilterIsWrittenForEachProtocolAndLoopbackPasses() {
        PacketFilter both = PacketFilter.against(List.of("10.0.0.2", "fd00::3"));

        assertThat(both.ipv4()).isEqualTo("""
                *filter
                :FIREDRILL-IN - [0:0]
                :FIREDRILL-OUT - [0:0]
                -A FIREDRILL-IN -s 10.0.0.2 -j DROP
                -A FIREDRILL-OUT -d 10.0.0.2 -j DROP
                COMMIT
                """);
        assertThat(both.ipv6()).contains("-s fd00::3 -j DROP").doesNotContain("10.0.0.2");
        assertThat(PacketFilter.shutBut(8474).ipv6()).isEqualTo("""
                *filter
                :FIREDRILL-IN - [0:0]
                :FIREDRILL-OUT - [0:0]
                -A FIREDRILL-IN -p tcp --dport 8474 -j RETURN
                -A FIREDRILL-IN ! -i lo -j DROP
                -A FIREDRILL-OUT -p tcp --sport 8474 -j RETURN
                -A FIREDRILL-OUT ! -o lo -j DROP
                COMMIT
                """);
        assertThat(PacketFilter.OPEN.ipv4()).doesNotContain("-A");
    }
}
