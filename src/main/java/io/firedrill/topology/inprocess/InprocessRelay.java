package io.firedrill.topology.inprocess;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;

import io.firedrill.DrillException;
import io.firedrill.scenario.Link;
import io.firedrill.topology.Relay;
import io.firedrill.topology.RelayState;
import io.firedrill.topology.RelayState.Listener;
import io.firedrill.topology.RelayState.Provider;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Consumer;

/** The relay of one link: a proxy of the embedded relay. Safe for use by many threads. */
final class InprocessRelay implements Relay, AutoCloseable {
    private final Site site;
    private final RelayServer server;
    private final ToxiproxyClient client;
    private RelayState state = RelayState.INITIAL;
    private volatile boolean silent;

    /**
     * Where it is.
     *
     * @param proxy its name in Toxiproxy's API
     * @param address where it listens
     * @param provider where it connects to
     */
    record Site(Link link, String proxy, InetSocketAddress address, InetSocketAddress provider) {}

    private InprocessRelay(Site site, RelayServer server) {
        this.site = site;
        this.server = server;
        this.client = server.client();
    }

    /**
     * Has the proxy made.
     *
     * @param uses told of each connection that it accepts; must not block
     */
    static InprocessRelay open(Site site, RelayServer server, Consumer<InetSocketAddress> uses) {
        InprocessRelay relay = new InprocessRelay(site, server);
        try {
            server.watch(site.proxy(), uses);
            relay.client.createProxy(site.proxy(), text(site.address()), text(site.provider()));
            return relay;
        } catch (IOException e) {
            server.forget(site.proxy());
            throw trouble("made", site.link(), e);
        }
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    private static DrillException trouble(String what, Link link, IOException e) {
        return new DrillException(
                "the relay of '" + link + "' could not be " + what + ": " + e.getMessage(), e);
    }

    @Override
    public Link link() {
        return site.link();
    }

    InetSocketAddress address() {
        return site.address();
    }

    /** Gives where its provider is. */
    InetSocketAddress provides() {
        return site.provider();
    }

    /** Says whether it stands for a lost host. */
    boolean isSilent() {
        return silent;
    }

    @Override
    public Proxy proxy() {
        try {
            return client.getProxy(site.proxy());
        } catch (IOException e) {
            throw trouble("found", site.link(), e);
        }
    }

    @Override
    public synchronized void hold() {
        become(state.withHeld(true));
    }

    @Override
    public synchronized void release() {
        become(state.withHeld(false));
    }

    /**
     * Follows what became of the provider.
     *
     * @return what the listener became, where it changed
     */
    synchronized Optional<Listener> follow(Provider news) {
        Listener before = state.listener();
        become(state.with(news));
        return Optional.of(state.listener()).filter(after -> after != before);
    }

    /** Says what is thought to have become of the provider. */
    synchronized Provider provider() {
        return state.provider();
    }

    /** Applies the difference; the state is taken over only when that worked. */
    private void become(RelayState next) {
        boolean open = next.listener() != Listener.CLOSED;
        if (open != (state.listener() != Listener.CLOSED)) {
            enable(open);
        }
        silent = next.listener() == Listener.SILENT;
        state = next;
    }

    private void enable(boolean open) {
        try {
            if (open) {
                proxy().enable();
            } else {
                proxy().disable();
            }
        } catch (IOException e) {
            throw trouble(open ? "opened" : "closed", site.link(), e);
        }
    }

    @Override
    public void close() {
        server.forget(site.proxy());
        try {
            proxy().delete();
        } catch (IOException e) {
            throw trouble("removed", site.link(), e);
        }
    }
}
