package io.firedrill.topology.containers;

import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Link;
import io.firedrill.topology.RelayedLinks;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One relay container: all links of one consumer to one provider.
 *
 * @param ports the provider's ports that it carries
 */
record RelaySite(String consumer, String provider, SortedSet<Integer> ports) {
    /** The consumer that stands for the people outside. */
    static final String CUSTOMERS = RelayedLinks.CUSTOMERS;

    private static final int API_PORT = 8474;

    RelaySite {
        ports = new TreeSet<>(ports);
    }

    /** Says whether customers come in here. */
    boolean isEntry() {
        return consumer.equals(CUSTOMERS);
    }

    /** Names its service in the overlay. */
    String service() {
        return Names.bounded(
                "firedrill-relay-" + Names.safe(consumer) + "-" + Names.safe(provider));
    }

    /** Gives a port for Toxiproxy's own API, away from those it carries. */
    int apiPort() {
        int port = API_PORT;
        while (ports.contains(port)) {
            port++;
        }
        return port;
    }

    /** Gives its links. */
    List<Link> links() {
        return ports.stream()
                .map(port -> new Link(consumer, new Endpoint(provider, port)))
                .toList();
    }

    /** Names the proxy of a link in Toxiproxy. */
    static String proxyName(Link link) {
        return link.consumer() + "_" + link.provider().component() + "_"
                + link.provider().port();
    }
}
