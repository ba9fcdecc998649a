package io.firedrill.topology.inprocess;

import eu.rekawek.toxiproxy.ToxiproxyClient;

import io.firedrill.topology.relay.EmbeddedRelay;
import io.firedrill.topology.relay.RelaySettings;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The one relay that all systems of a provisioner share; each link has a proxy of its own in it.
 */
final class RelayServer implements AutoCloseable {
    private final Map<String, Consumer<InetSocketAddress>> watchers = new ConcurrentHashMap<>();
    private final EmbeddedRelay relay;

    private RelayServer(LongSupplier nanos) {
        this.relay = EmbeddedRelay.start(new RelaySettings(nanos).with(this::accepted));
    }

    static RelayServer start(LongSupplier nanos) {
        return new RelayServer(nanos);
    }

    private void accepted(String proxy, InetSocketAddress client) {
        Consumer<InetSocketAddress> watcher = watchers.get(proxy);
        if (watcher != null) {
            watcher.accept(client);
        }
    }

    /** Makes a client of its API; used by one relay only, which locks. */
    ToxiproxyClient client() {
        return new ToxiproxyClient(
                relay.address().getHostString(), relay.address().getPort());
    }

    /** Tells somebody of each connection that a proxy accepts; they must not block. */
    void watch(String proxy, Consumer<InetSocketAddress> watcher) {
        watchers.put(proxy, watcher);
    }

    void forget(String proxy) {
        watchers.remove(proxy);
    }

    @Override
    public void close() {
        relay.close();
    }
}
