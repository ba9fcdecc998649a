package io.firedrill.topology.containers;

import eu.rekawek.toxiproxy.ToxiproxyClient;

import io.firedrill.DrillException;
import io.firedrill.scenario.Endpoint;
import io.firedrill.topology.relay.EmbeddedRelay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The doors through which containers come to the inboxes of one drill. Those listen on 127.0.0.1,
 * where no container comes; a door listens on the gateway of a network that is made for this drill
 * and that only its relays join, so nobody from other machines comes in either. Where the gateway
 * is no address of ours, Docker runs in a machine of its own that leads to our 127.0.0.1 by itself.
 */
final class Doors implements AutoCloseable {
    private static final Doors NONE = new Doors(Outlets.NONE, Optional.empty());

    private final Outlets outlets;
    private final Optional<EmbeddedRelay> hall;

    private Doors(Outlets outlets, Optional<EmbeddedRelay> hall) {
        this.outlets = outlets;
        this.hall = hall;
    }

    /**
     * Opens one for each provider, and makes the network; where there are none does nothing.
     *
     * @param labels for the network, by which it is removed with the system, also where this fails
     * @param outside where the inboxes are
     * @throws DrillException where one can not be opened; the others are closed again
     */
    static Doors open(Run run, Labels labels, Map<Endpoint, InetSocketAddress> outside) {
        if (outside.isEmpty()) {
            return NONE;
        }
        String network = Names.within(labels.project(), Outlets.KEY);
        String gateway = run.engine().makeNetwork(network, labels.asMap());
        if (!run.direct()) {
            Map<Endpoint, String> dialed = new LinkedHashMap<>();
            outside.forEach((provider, inbox) ->
                    dialed.put(provider, Outlets.MACHINE + ":" + inbox.getPort()));
            return new Doors(new Outlets(network, dialed, true), Optional.empty());
        }
        EmbeddedRelay hall = EmbeddedRelay.start(run.settings().nanos());
        try {
            Map<Endpoint, String> dialed = opened(hall, gateway, outside);
            return new Doors(new Outlets(network, dialed, false), Optional.of(hall));
        } catch (RuntimeException e) {
            hall.close();
            throw e;
        }
    }

    /** Opens them on an address of this machine, and says on which ports. */
    static Map<Endpoint, String> opened(
            EmbeddedRelay hall, String host, Map<Endpoint, InetSocketAddress> outside) {
        ToxiproxyClient doors = new ToxiproxyClient(
                hall.address().getHostString(), hall.address().getPort());
        Map<Endpoint, String> dialed = new LinkedHashMap<>();
        outside.forEach((provider, inbox) -> {
            String behind = inbox.getAddress().getHostAddress() + ":" + inbox.getPort();
            String name = provider.component() + "_" + provider.port();
            try {
                dialed.put(
                        provider, doors.createProxy(name, host + ":0", behind).getListen());
            } catch (IOException e) {
                throw new DrillException(
                        "no door to the inbox at '" + provider + "' could be opened on " + host
                                + ", the gateway of the drill's own network: " + e.getMessage(),
                        e);
            }
        });
        return dialed;
    }

    /** Says how relays reach what is behind them. */
    Outlets outlets() {
        return outlets;
    }

    /** Closes them with every connection; the network goes with the system. Safe to call twice. */
    @Override
    public void close() {
        hall.ifPresent(EmbeddedRelay::close);
    }
}
