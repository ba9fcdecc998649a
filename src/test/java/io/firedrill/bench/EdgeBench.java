package io.firedrill.bench;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import eu.rekawek.toxiproxy.model.ToxicDirection;

import io.firedrill.topology.relay.EmbeddedRelay;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.locks.LockSupport;

/**
 * P2: how closely the moment of an injection is known, and whether the truth is inside. A killed
 * process leaves its last sign of life behind; a toxic is in effect from the first byte on that no
 * longer arrives.
 */
final class EdgeBench {
    static final int TIMES = Integer.getInteger("firedrill.bench.edges", 40);

    final Sample killWidth = new Sample();
    final Sample killInside = new Sample();
    final Sample onExit = new Sample();
    final Sample toxicWidth = new Sample();
    final Sample toxicInside = new Sample();

    /** Kills processes: from before the kill until the end of the victim's output was seen. */
    void kills() throws IOException {
        for (int each = 0; each < TIMES; each++) {
            Path file = Files.createTempFile("life", ".bin");
            Process victim = Children.java(MortalChild.class, List.of("-Xmx32m"), file.toString());
            try (BufferedReader said = victim.inputReader(StandardCharsets.US_ASCII)) {
                said.readLine();
                LockSupport.parkNanos(20_000_000L + each * 137_000L);
                long[] exited = {0};
                var exit = victim.onExit().thenRun(() -> exited[0] = System.nanoTime());
                long before = System.nanoTime();
                victim.toHandle().destroyForcibly();
                said.readLine();
                long after = System.nanoTime();
                exit.join();
                long last = ByteBuffer.wrap(Files.readAllBytes(file))
                        .order(ByteOrder.nativeOrder())
                        .getLong();
                killWidth.add((after - before) / 1e6);
                killInside.add(last <= after && after - last < 1_000_000_000L ? 1 : 0);
                onExit.add((exited[0] - last) / 1e6);
            } finally {
                victim.destroyForcibly();
                Files.deleteIfExists(file);
            }
        }
    }

    /** Adds toxics to a connection on which bytes flow all the time. */
    void toxics() throws IOException {
        try (EmbeddedRelay relay = EmbeddedRelay.start(System::nanoTime);
                ServerSocket sink = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            ToxiproxyClient client =
                    new ToxiproxyClient("127.0.0.1", relay.address().getPort());
            Proxy proxy =
                    client.createProxy("edge", "127.0.0.1:0", "127.0.0.1:" + sink.getLocalPort());
            for (int each = 0; each < TIMES; each++) {
                toxic(proxy, sink);
            }
        }
    }

    private void toxic(Proxy proxy, ServerSocket sink) throws IOException {
        String[] listen = proxy.getListen().split(":");
        try (Socket in = new Socket("127.0.0.1", Integer.parseInt(listen[listen.length - 1]));
                Socket out = sink.accept()) {
            in.setTcpNoDelay(true);
            ConcurrentSkipListMap<Long, Long> arrived = new ConcurrentSkipListMap<>();
            Thread receiver = new Thread(() -> receive(out, arrived), "sink");
            receiver.start();
            Sending sending = new Sending(in);
            sending.start();
            LockSupport.parkNanos(60_000_000);
            long before = System.nanoTime();
            proxy.toxics().timeout("hole", ToxicDirection.UPSTREAM, 0);
            long after = System.nanoTime();
            LockSupport.parkNanos(40_000_000);
            sending.stopped = true;
            proxy.toxics().get("hole").remove();
            in.close();
            toxicWidth.add((after - before) / 1e6);
            toxicInside.add(inside(arrived, sending.sent, new long[] {before, after}) ? 1 : 0);
        }
    }

    /**
     * The effect came between the sending of the last stamp that arrived and the passing of the
     * next, which takes as long as the slowest of them took.
     */
    private static boolean inside(
            SortedMap<Long, Long> arrived, SortedSet<Long> sent, long[] printed) {
        long passing = arrived.entrySet().stream()
                .mapToLong(each -> each.getValue() - each.getKey())
                .max()
                .orElse(0);
        long lastGood = arrived.lastKey();
        long firstBad = sent.tailSet(lastGood + 1).first() + passing;
        return lastGood <= printed[1] && firstBad >= printed[0];
    }

    private static void receive(Socket out, ConcurrentSkipListMap<Long, Long> arrived) {
        try (DataInputStream bytes = new DataInputStream(out.getInputStream())) {
            while (true) {
                arrived.put(bytes.readLong(), System.nanoTime());
            }
        } catch (IOException ended) {
            // the stream is over
        }
    }

    /** Sends its own stamp every fifth of a millisecond. */
    private static final class Sending extends Thread {
        private final Socket socket;
        private final ConcurrentSkipListSet<Long> sent = new ConcurrentSkipListSet<>();
        private volatile boolean stopped;

        Sending(Socket socket) {
            super("sending");
            this.socket = socket;
            setDaemon(true);
        }

        @Override
        public void run() {
            ByteBuffer stamp = ByteBuffer.allocate(Long.BYTES);
            try {
                while (!stopped) {
                    long now = System.nanoTime();
                    stamp.putLong(0, now);
                    sent.add(now);
                    socket.getOutputStream().write(stamp.array());
                    LockSupport.parkNanos(100_000);
                }
            } catch (IOException ended) {
                // the socket is closed
            }
        }
    }
}
