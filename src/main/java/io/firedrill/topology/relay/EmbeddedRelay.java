package io.firedrill.topology.relay;

import io.firedrill.DrillException;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A relay in this JVM that any Toxiproxy client can drive. It speaks the HTTP API of Toxiproxy 2.12
 * on the loopback address; proxies listen wherever they are told to. Safe for use by many threads.
 */
public final class EmbeddedRelay implements AutoCloseable {
    private static final long IDLE_THREAD_SECONDS = 5;

    private final Loop loop;
    private final Proxies proxies;
    private final ExecutorService threads;
    private final HttpServer server;

    private EmbeddedRelay(Loop loop, Proxies proxies, ExecutorService threads, HttpServer server) {
        this.loop = loop;
        this.proxies = proxies;
        this.threads = threads;
        this.server = server;
    }

    /**
     * Starts a relay on a free port.
     *
     * @param nanos a monotonic clock in nanoseconds, such as {@code System::nanoTime}: delays are
     *     counted by it
     * @throws DrillException when it can not listen
     */
    public static EmbeddedRelay start(LongSupplier nanos) {
        return start(new RelaySettings(nanos));
    }

    /**
     * Starts a relay.
     *
     * @throws DrillException when it can not listen
     */
    public static EmbeddedRelay start(RelaySettings settings) {
        ExecutorService threads = threads();
        try {
            Loop loop = Loop.start(settings.nanos());
            Site site = new Site(loop, threads, settings.random(), settings.arrivals());
            Proxies proxies = new Proxies(site);
            Routes routes = new Routes(new Api(loop, proxies));
            try {
                HttpServer server = HttpServer.start(settings.port(), threads, routes::answer);
                return new EmbeddedRelay(loop, proxies, threads, server);
            } catch (IOException e) {
                loop.close();
                throw e;
            }
        } catch (IOException e) {
            threads.shutdownNow();
            throw new DrillException(
                    "the embedded relay could not listen on 127.0.0.1:" + settings.port() + ": "
                            + e.getMessage(),
                    e);
        }
    }

    private static ExecutorService threads() {
        return new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_THREAD_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task -> Threads.daemon("helper", task));
    }

    /** Gives the address of the API. */
    public InetSocketAddress address() {
        return server.address();
    }

    /** Counts what it holds besides its API, so that a test can see that nothing stays. */
    Held held() {
        return loop.call(() -> new Held(
                proxies.all().values().stream().mapToInt(Proxy::connections).sum(),
                loop.timers().count(),
                loop.watched()
                        - (int) proxies.all().values().stream()
                                .filter(Proxy::enabled)
                                .count()));
    }

    /**
     * What a relay holds for connections.
     *
     * @param sockets that are watched, without listeners
     */
    record Held(int connections, int timers, int sockets) {}

    /** Closes the API, every proxy and every connection. Idempotent. */
    @Override
    public void close() {
        server.close();
        loop.close();
        threads.shutdownNow();
    }
}
