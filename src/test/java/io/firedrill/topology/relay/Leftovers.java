package io.firedrill.topology.relay;

import static eu.rekawek.toxiproxy.model.ToxicDirection.DOWNSTREAM;
import static eu.rekawek.toxiproxy.model.ToxicDirection.UPSTREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import io.firedrill.topology.relay.EmbeddedRelay.Held;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Opens and closes connections in every way, and counts what is left of them. */
final class Leftovers implements AutoCloseable {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final int WARM_UP = 100;
    private static final int WAYS = 4;

    private final EmbeddedRelay relay = EmbeddedRelay.start(System::nanoTime);
    private final ServerSocket provider;
    private final AtomicInteger port = new AtomicInteger();

    /** What a JVM has; descriptors are 0 where they can not be counted. */
    record Count(long threads, long descriptors) {
        static Count now() throws IOException {
            long threads = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("firedrill-relay"))
                    .count();
            if (!Files.isDirectory(DESCRIPTORS)) {
                return new Count(threads, 0);
            }
            try (Stream<Path> all = Files.list(DESCRIPTORS)) {
                return new Count(threads, all.count());
            }
        }
    }

    Leftovers() throws IOException {
        provider = new ServerSocket(0, 128, InetAddress.getByName("127.0.0.1"));
    }

    /** Makes so many connections and asserts that nothing is left. */
    void after(int connections) throws IOException {
        ToxiproxyClient client =
                new ToxiproxyClient("127.0.0.1", relay.address().getPort());
        Proxy proxy =
                client.createProxy("db", "127.0.0.1:0", "127.0.0.1:" + provider.getLocalPort());
        port.set(Integer.parseInt(proxy.getListen().substring("127.0.0.1:".length())));
        proxy.toxics().latency("l", DOWNSTREAM, 1);
        proxy.toxics().latency("u", UPSTREAM, 60_000).setToxicity(0.3f);
        for (int i = 0; i < WARM_UP; i++) {
            one(i);
        }
        settle(proxy);
        Count before = Count.now();

        for (int i = 0; i < connections; i++) {
            one(i);
        }

        settle(proxy);
        await("threads and descriptors of " + connections + " connections are given back")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    assertThat(Count.now().threads()).isLessThanOrEqualTo(before.threads());
                    assertThat(Count.now().descriptors())
                            .isLessThanOrEqualTo(before.descriptors() + 2);
                });
    }

    /** Bytes held for a minute by a toxic end with the toxic. */
    private void settle(Proxy proxy) throws IOException {
        proxy.toxics().get("u").remove();
        await("nothing is held")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> relay.held().equals(new Held(0, 0, 0)));
        proxy.toxics().latency("u", UPSTREAM, 60_000).setToxicity(0.3f);
    }

    /** The customer ends it, or breaks it off; the provider does; bytes stay under way. */
    private void one(int number) throws IOException {
        try (Socket customer = new Socket()) {
            customer.connect(new InetSocketAddress("127.0.0.1", port.get()));
            customer.getOutputStream().write(number);
            try (Socket served = provider.accept()) {
                List<Socket> both = List.of(customer, served);
                both.get(number % 2).setSoLinger(number % WAYS < 2, 0);
                both.get(1 - number % 2).getOutputStream().write(1);
                both.get(number % 2).close();
            }
        } catch (IOException e) {
            // A reset that comes while the other end writes: one of the ways.
            assertThat(e).hasMessageMatching("(?i).*(reset|broken pipe|closed).*");
        }
    }

    @Override
    public void close() throws IOException {
        provider.close();
        relay.close();
    }
}
