package io.firedrill.topology.inprocess;

import io.firedrill.DrillException;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Link;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The name service: where an endpoint is for a consumer. That is the relay of the link where there
 * is one, else the host itself; and the host itself while it is lost, for a relay would complete a
 * handshake that a lost host does not. A relay that a fault holds closed stays in the way.
 * Providers who are no part of the system are found by name and port as its components are; a port
 * that none of them has is one that nobody knows.
 */
final class Directory {
    private final Map<Endpoint, InetSocketAddress> outside;
    private final Map<String, Ports> hosts = new ConcurrentHashMap<>();
    private final Map<Link, InprocessRelay> relays = new ConcurrentHashMap<>();

    /** Knows those outside; the hosts of the system make themselves known. */
    Directory(Map<Endpoint, InetSocketAddress> outside) {
        this.outside = Map.copyOf(outside);
    }

    void host(String component, Ports ports) {
        hosts.put(component, ports);
    }

    void relay(InprocessRelay relay) {
        relays.put(relay.link(), relay);
    }

    /** Says where a consumer finds an endpoint. */
    InetSocketAddress find(String consumer, Endpoint endpoint) throws UnknownHostException {
        if (!outside.containsKey(endpoint) && !hosts.containsKey(endpoint.component())) {
            throw new UnknownHostException(endpoint.component());
        }
        return way(consumer, endpoint).map(InprocessRelay::address).orElseGet(() -> host(endpoint));
    }

    /** Says where an endpoint itself is, whatever lies on the way. */
    InetSocketAddress host(Endpoint endpoint) {
        InetSocketAddress provider = outside.get(endpoint);
        if (provider != null) {
            return provider;
        }
        Ports host = hosts.get(endpoint.component());
        if (host == null) {
            throw new DrillException("there is no component '" + endpoint.component()
                    + "'; there are: " + hosts.keySet() + others());
        }
        return host.address(endpoint.port());
    }

    private String others() {
        TreeSet<String> named = new TreeSet<>();
        outside.keySet().forEach(endpoint -> named.add(endpoint.toString()));
        return named.isEmpty() ? "" : ", and outside of the system " + named;
    }

    private Optional<InprocessRelay> way(String consumer, Endpoint endpoint) {
        return Optional.ofNullable(relays.get(new Link(consumer, endpoint)))
                .filter(relay -> !relay.isSilent());
    }
}
