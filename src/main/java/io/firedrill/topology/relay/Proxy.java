package io.firedrill.topology.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A listener, and the connections that came in through it. On the loop's thread only. */
final class Proxy implements Loop.Ready {
    private static final int BACKLOG = 4096;
    private static final int ACCEPTS = 64;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private final Site site;
    private final String name;
    private final Set<Connection> connections = new LinkedHashSet<>();
    private final Map<SocketChannel, Runnable> dialed = new HashMap<>();
    private final Toxics toxics;
    private String listen;
    private String upstream;
    private @Nullable ServerSocketChannel listener;

    /** Creates one that does not listen yet. */
    Proxy(Site site, String name, String listen, String upstream) {
        this.site = site;
        this.name = name;
        this.listen = listen;
        this.upstream = upstream;
        this.toxics = new Toxics(() -> connections, site.random());
    }

    /** Gives the name. */
    String name() {
        return name;
    }

    /** Gives the address of the listener, or the one that was asked for. */
    String listen() {
        return listen;
    }

    /** Gives the address that is dialed. */
    String upstream() {
        return upstream;
    }

    /** Says whether it listens. */
    boolean enabled() {
        return listener != null;
    }

    /** Counts the connections that are open or being opened. */
    int connections() {
        return connections.size() + dialed.size();
    }

    /** Gives its toxics. */
    Toxics toxics() {
        return toxics;
    }

    /**
     * Listens; does nothing where it does already.
     *
     * @throws ApiError when the address can not be had; then it stays closed
     */
    void start(Wish wish) {
        if (listener != null) {
            return;
        }
        InetSocketAddress address = wish.toListenOn();
        site.loop().closeAll(); // perhaps the port is one that was given up just now
        try {
            listener = open(address);
        } catch (IOException e) {
            throw ApiError.internal("listen tcp " + wish.text() + ": bind: "
                    + String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT));
        }
    }

    private ServerSocketChannel open(InetSocketAddress address) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.bind(address, BACKLOG);
            site.loop().watch(channel, SelectionKey.OP_ACCEPT, this);
            listen = Addresses.listening((InetSocketAddress) channel.getLocalAddress());
            return channel;
        } catch (IOException e) {
            site.loop().close(channel);
            throw e;
        }
    }

    /** Closes the listener and every connection. Idempotent. */
    void stop() {
        if (listener != null) {
            site.loop().close(listener);
            listener = null;
        }
        List.copyOf(connections).forEach(Connection::cut);
        connections.clear();
        dialed.forEach((client, cancel) -> {
            cancel.run();
            site.loop().close(client);
        });
        dialed.clear();
    }

    /**
     * Says whether the wish is for other addresses than these.
     *
     * @throws ApiError when the address to listen on can not be read or found
     */
    boolean differs(Wish wish) {
        return !listen.equals(wish.text()) || !upstream.equals(wish.upstream());
    }

    /**
     * Takes other addresses, which closes everything, and opens or closes.
     *
     * @throws ApiError when the address can not be had; then it stays closed
     */
    void update(Wish wish, boolean enable) {
        if (differs(wish)) {
            stop();
            listen = wish.listen();
            upstream = wish.upstream();
        }
        if (enable) {
            start(wish);
        } else {
            stop();
        }
    }

    @Override
    public void ready(SelectionKey key) {
        try {
            ServerSocketChannel from = (ServerSocketChannel) key.channel();
            for (int i = 0; i < ACCEPTS; i++) {
                SocketChannel client = from.accept();
                if (client == null) {
                    return;
                }
                arrived(client);
            }
        } catch (IOException e) {
            pause(key); // as a rule no file descriptor is left: at once it would fail again
        }
    }

    private void pause(SelectionKey key) {
        key.interestOps(0);
        site.loop().timers().at(site.loop().now() + PAUSE, () -> {
            if (key.isValid()) {
                key.interestOps(SelectionKey.OP_ACCEPT);
            }
        });
    }

    private void arrived(SocketChannel client) throws IOException {
        tell((InetSocketAddress) client.getRemoteAddress());
        dialed.put(client, () -> {});
        Runnable cancel = site.dial(upstream, to -> join(client, to), () -> refuse(client));
        dialed.computeIfPresent(client, (same, none) -> cancel);
    }

    private void tell(InetSocketAddress client) {
        try {
            site.arrivals().accepted(name, client);
        } catch (RuntimeException e) {
            return; // what a listener can not bear must not break the link it listens to
        }
    }

    private void refuse(SocketChannel client) {
        dialed.remove(client);
        site.loop().close(client);
    }

    private void join(SocketChannel client, SocketChannel provider) {
        dialed.remove(client);
        try {
            Connection connection =
                    new Connection(site.loop(), client, provider, connections::remove);
            connections.add(connection);
            connection.begin(toxics);
        } catch (IOException e) {
            site.loop().close(client); // one of the two has gone already
            site.loop().close(provider);
        }
    }

    @Override
    public void failed() {
        stop();
    }
}
