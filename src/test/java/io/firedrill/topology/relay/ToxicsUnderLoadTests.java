package io.firedrill.topology.relay;

import static eu.rekawek.toxiproxy.model.ToxicDirection.DOWNSTREAM;
import static eu.rekawek.toxiproxy.model.ToxicDirection.UPSTREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.model.Toxic;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import eu.rekawek.toxiproxy.model.ToxicList;
import io.firedrill.RealTime;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Adding, changing and removing toxics while every connection is full never hangs: what the real
 * server did in its issues 88, 159, 254, 412 and 558. A call that hangs is ended by the time limit
 * of the client, or by this test's own.
 */
@RealTime
class ToxicsUnderLoadTests {
    private static final int CONNECTIONS = 12;
    private static final int ROUNDS = 3;
    private static final int BLOCK = 16 * 1024;
    /** Every so many sockets there is one of a customer that reads: what is read can end. */
    private static final int READING_CUSTOMER = 4;

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final RelayUnderTest relay = RelayUnderTest.embedded();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> sockets = new ArrayList<>();
    private final AtomicLong received = new AtomicLong();
    private ServerSocket provider;
    private Proxy proxy;

    @BeforeEach
    void fillEveryConnection() throws IOException {
        provider = new ServerSocket(0, CONNECTIONS, InetAddress.getByName("127.0.0.1"));
        proxy = relay.client()
                .createProxy("db", "127.0.0.1:0", "127.0.0.1:" + provider.getLocalPort());
        int port = Integer.parseInt(proxy.getListen().substring("127.0.0.1:".length()));
        for (int i = 0; i < CONNECTIONS; i++) {
            Socket customer = new Socket("127.0.0.1", port);
            Socket served = provider.accept();
            sockets.addAll(List.of(customer, served));
            threads.execute(() -> flood(served));
            threads.execute(() -> flood(customer));
            if (i % 2 == 0) { // the others never read, so that everything behind them is full
                threads.execute(() -> read(customer));
                threads.execute(() -> read(served));
            }
        }
    }

    private static void flood(Socket socket) {
        byte[] block = new byte[BLOCK];
        try {
            OutputStream out = socket.getOutputStream();
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            return; // a toxic or the end of the test closed it
        }
    }

    private void read(Socket socket) {
        byte[] block = new byte[BLOCK];
        try {
            for (int n = 0; n >= 0; n = socket.getInputStream().read(block)) {
                received.addAndGet(n);
            }
        } catch (IOException e) {
            return; // the same
        }
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        provider.close();
        threads.shutdownNow();
        relay.close();
    }

    /** Adds a toxic and changes it. */
    private interface Change {
        Toxic add(ToxicList toxics, ToxicDirection direction) throws IOException;
    }

    private static String name(ToxicDirection direction) {
        return "x-" + direction;
    }

    static Stream<Change> changes() {
        return Stream.of(
                (it, to) -> it.latency(name(to), to, 20).setJitter(10).setLatency(50),
                (it, to) -> it.latency(name(to), to, 60_000).setLatency(30_000),
                (it, to) -> it.bandwidth(name(to), to, 100).setRate(1),
                (it, to) -> it.bandwidth(name(to), to, 0).setRate(1_000),
                (it, to) -> it.slicer(name(to), to, 10, 100).setDelay(10_000),
                (it, to) -> it.slowClose(name(to), to, 10).setDelay(60_000));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void comesAndGoesAndBytesFlowAgain(Change change) throws IOException {
        for (int i = 0; i < ROUNDS; i++) {
            change.add(proxy.toxics(), DOWNSTREAM);
            change.add(proxy.toxics(), UPSTREAM);
            proxy.toxics().latency("behind", DOWNSTREAM, 1);
            proxy.toxics().get(name(DOWNSTREAM)).remove();
            relay.client().reset();
        }

        long before = received.get();
        await("bytes flow again after every toxic was taken off")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> received.get() > before + CONNECTIONS * (long) BLOCK);
        assertThat(proxy.toxics().getAll()).isEmpty();
    }

    @Test
    void whatClosesConnectionsDoesNotHangEither() throws IOException {
        proxy.toxics().resetPeer("r", DOWNSTREAM, 60_000).setTimeout(30_000);
        proxy.toxics().get("r").remove();
        proxy.toxics().limitData("d", UPSTREAM, 1_000_000).setBytes(10);
        proxy.toxics().get("d").remove();
        proxy.toxics().timeout("t", DOWNSTREAM, 60_000).setTimeout(0);
        proxy.toxics().get("t").remove();

        for (int i = 0; i < sockets.size(); i += READING_CUSTOMER) {
            Socket customer = sockets.get(i);
            await("the connection is closed").atMost(LIMIT).until(() -> closed(customer));
        }
    }

    private static boolean closed(Socket socket) {
        try {
            socket.getOutputStream().write(1);
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void manyClientsChangeToxicsAtOnce() throws Exception {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String name = "n" + i;
            all.add(threads.submit(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    proxy.toxics().latency(name, DOWNSTREAM, 5).setJitter(5);
                    proxy.toxics().get(name).remove();
                }
                return null;
            }));
        }

        for (Future<?> one : all) {
            one.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
        assertThat(proxy.toxics().getAll()).isEmpty();
    }

    @Test
    void disablingAndDeletingUnderLoadIsQuick() throws IOException {
        proxy.disable();
        proxy.enable();
        proxy.delete();

        assertThat(relay.client().getProxies()).isEmpty();
    }
}
