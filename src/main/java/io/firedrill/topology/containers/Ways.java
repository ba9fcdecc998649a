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
     * @param service the service that it is, or is one replica of
     * @param host the name by which it alone is found
     * @param addresses network to its address there
     */
    record Place(String name, String service, String host, Map<String, String> addresses) {
        /** The only one of its service. */
        Place(String name, Map<String, String> addresses) {
            this(name, name, name, addresses);
        }
    }

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
                    add(ways, from.name(), between(from, to, separation));
                }
            }
            if (separation.alone().contains(from.name())) {
                add(ways, OUTSIDE, fromOutside(from, separation));
            }
        }
        return ways;
    }

    private static void add(Map<String, List<Way>> ways, String from, List<Way> more) {
        if (!more.isEmpty()) {
            ways.computeIfAbsent(from, name -> new ArrayList<>()).addAll(more);
        }
    }

    private List<Way> between(Place from, Place to, Separation separation) {
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
        ways.add(0, new Way(words + NOBODY, to.host(), NOBODY, Optional.empty()));
        links.stream()
                .filter(link -> link.consumer().equals(from.service()))
                .filter(link -> link.provider().component().equals(to.service()))
                .filter(link -> isFirst(to) && leadsNowhere(from, to.service(), separation))
                .map(link -> new Way(
                        link.toString(), to.service(), link.provider().port(), Optional.of(link)))
                .forEach(ways::add);
        return ways;
    }

    /** A link leads to all replicas, so it is closed only where each of them is out of reach. */
    private boolean leadsNowhere(Place from, String provider, Separation separation) {
        return of(provider).allMatch(to -> separation.parts(from.name(), to.name()));
    }

    private Stream<Place> of(String service) {
        return places.stream().filter(place -> place.service().equals(service));
    }

    private boolean isFirst(Place place) {
        return of(place.service()).findFirst().filter(place::equals).isPresent();
    }

    private List<Way> fromOutside(Place to, Separation separation) {
        boolean last = isFirst(to)
                && of(to.service()).allMatch(one -> separation.alone().contains(one.name()));
        Stream<Way> asHost =
                to.addresses().values().stream().map(it -> at("a host -> " + to.name() + ":", it));
        Stream<Way> asCustomer = entries.stream()
                .filter(site -> last && site.provider().equals(to.service()))
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
