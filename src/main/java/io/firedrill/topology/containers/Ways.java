package io.firedrill.topology.containers;

import io.firedrill.scenario.Link;
import io.firedrill.topology.Separation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The ways that a separation is to close: between any two that share a network, by name, which may
 * lead over a relay, and by address, which does not; and over the ports of the listed links.
 *
 * @param places where the components are
 * @param links the system's links
 * @param entries the relays by which customers come in
 */
record Ways(List<Place> places, List<Link> links, List<RelaySite> entries) {
    /** Who tries what no component tries. */
    static final String OUTSIDE = RelaySite.CUSTOMERS;

    /** A port on which nobody listens: a host that can be reached refuses. */
    private static final int NOBODY = 9;

    /**
     * Where a component is.
     *
     * @param addresses network to its address there
     */
    record Place(String name, Map<String, String> addresses) {}

    /**
     * One way.
     *
     * @param words for the record
     * @param link the link that it uses, where there may be a relay that counts its uses
     */
    record Way(String words, String host, int port, Optional<Link> link) {}

    /** Gives the ways by who begins them. */
    Map<String, List<Way>> closedBy(Separation separation) {
        Map<String, List<Way>> ways = new TreeMap<>();
        for (Place from : places) {
            for (Place to : places) {
                if (separation.parts(from.name(), to.name())) {
                    add(ways, from.name(), between(from, to));
                }
            }
            if (separation.alone().contains(from.name())) {
                add(ways, OUTSIDE, fromOutside(from));
            }
        }
        return ways;
    }

    private static void add(Map<String, List<Way>> ways, String from, List<Way> more) {
        if (!more.isEmpty()) {
            ways.computeIfAbsent(from, name -> new ArrayList<>()).addAll(more);
        }
    }

    private List<Way> between(Place from, Place to) {
        String words = from.name() + " -> " + to.name() + ":";
        List<Way> ways = new ArrayList<>();
        to.addresses().forEach((network, address) -> {
            if (from.addresses().containsKey(network)) {
                ways.add(at(words, address));
            }
        });
        if (ways.isEmpty()) {
            return ways;
        }
        ways.add(0, new Way(words + NOBODY, to.name(), NOBODY, Optional.empty()));
        links.stream()
                .filter(link -> link.consumer().equals(from.name())
                        && link.provider().component().equals(to.name()))
                .map(link -> new Way(
                        link.toString(), to.name(), link.provider().port(), Optional.of(link)))
                .forEach(ways::add);
        return ways;
    }

    private List<Way> fromOutside(Place to) {
        Stream<Way> asHost =
                to.addresses().values().stream().map(it -> at("a host -> " + to.name() + ":", it));
        Stream<Way> asCustomer = entries.stream()
                .filter(site -> site.provider().equals(to.name()))
                .flatMap(site -> site.links().stream()
                        .map(link -> new Way(
                                link.toString(),
                                site.service(),
                                link.provider().port(),
                                Optional.of(link))));
        return Stream.concat(asHost, asCustomer).toList();
    }

    private static Way at(String words, String address) {
        return new Way(words + NOBODY + " at " + address, address, NOBODY, Optional.empty());
    }
}
