package io.firedrill.topology.inprocess;

import io.firedrill.DrillException;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Link;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The name service: where an endpoint is for a consumer. That is the relay of the link where there
 * is one, else the host itself; and the host itself while it is lost, for a relay would complete a
 * handshake that a lost host does not. A relay that a fault holds closed stays in the way.
 */
final class Directory {
    private final Map<String, Ports> hosts = new ConcurrentHashMap<>();
    private final Map<Link, InprocessRelay> relays = new ConcurrentHashMap<>();

    void host(String component, Ports ports) {
        hosts.put(component, ports);
    }

    void relay(InprocessRelay relay) {
        relays.put(relay.link(), relay);
    }

    /** Says where a consumer finds an endpoint. */
    InetSocketAddress find(String consumer, Endpoint endpoint) throws UnknownHostException {
        if (!hosts.containsKey(endpoint.component())) {
            throw new UnknownHostException(endpoint.component());
        }
        return way(consumer, endpoint).map(InprocessRelay::address).orElseGet(() -> host(endpoint));
    }

    /** Says where an endpoint itself is, whatever lies on the way. */
    InetSocketAddress host(Endpoint endpoint) {
        Ports host = hosts.get(endpoint.component());
        if (host == null) {
            throw new DrillException("there is no component '" + endpoint.component()
                    + "'; there are: " + hosts.keySet());
        }
        return host.address(endpoint.port());
    }

    private Optional<InprocessRelay> way(String consumer, Endpoint endpoint) {
        return Optional.ofNullable(relays.get(new Link(consumer, endpoint)))
                .filter(relay -> !relay.isSilent());
    }
}
