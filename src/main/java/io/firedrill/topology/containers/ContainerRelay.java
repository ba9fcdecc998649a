package io.firedrill.topology.containers;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;

import io.firedrill.DrillException;
import io.firedrill.scenario.Link;
import io.firedrill.topology.Bounded;
import io.firedrill.topology.Relay;
import io.firedrill.topology.RelayState;
import io.firedrill.topology.RelayState.Listener;
import io.firedrill.topology.RelayState.Provider;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The relay of one link: a proxy in a Toxiproxy container. Safe for use by many threads. */
final class ContainerRelay implements Relay {
    private static final Duration API_LIMIT = Duration.ofSeconds(2);

    private final Link link;
    private final String container;
    private final Engine engine;
    private final Optional<Hands> hands;
    private final ToxiproxyClient client;
    private RelayState state = RelayState.INITIAL;

    /**
     * Creates it.
     *
     * @param container id of the Toxiproxy container
     * @param api where its API is reached
     */
    ContainerRelay(Link link, String container, InetSocketAddress api, Tools tools) {
        this.link = link;
        this.container = container;
        this.engine = tools.engine();
        this.hands = tools.hands();
        this.client = new ToxiproxyClient(api.getHostString(), api.getPort());
    }

    /** What a relay works with. */
    record Tools(Engine engine, Optional<Hands> hands) {}

    @Override
    public Link link() {
        return link;
    }

    @Override
    public Proxy proxy() {
        return api("finding", () -> client.getProxy(RelaySite.proxyName(link)));
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
        Listener before = state.listener();
        Listener after = next.listener();
        if (before != after) {
            apply(after);
            if (before == Listener.SILENT) {
                hands.ifPresent(it -> it.passPort(container, link.provider().port()));
            }
        }
        state = next;
    }

    private void apply(Listener listener) {
        switch (listener) {
            case OPEN -> enable(true);
            case CLOSED -> enable(false);
            case SILENT ->
                hands.ifPresent(it -> it.dropPort(container, link.provider().port()));
        }
    }

    private void enable(boolean open) {
        api(open ? "opening" : "closing", () -> {
            Proxy proxy = client.getProxy(RelaySite.proxyName(link));
            if (open) {
                proxy.enable();
            } else {
                proxy.disable();
            }
            return proxy;
        });
    }

    /**
     * Calls Toxiproxy; where it hangs, its container is started anew, which clears every fault on
     * it.
     */
    private <T> T api(String what, Callable<T> call) {
        try {
            return engine.bounded().call(what + " the relay of '" + link + "'", API_LIMIT, call);
        } catch (Bounded.Late late) {
            engine.act(
                    "restarting the relay of '" + link + "'",
                    docker ->
                            docker.restartContainerCmd(container).withTimeout(0).exec());
            throw new DrillException(
                    late.getMessage()
                            + "; its container was started anew, and every fault on it is gone",
                    late);
        }
    }
}
