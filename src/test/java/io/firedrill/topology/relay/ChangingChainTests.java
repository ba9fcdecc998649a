package io.firedrill.topology.relay;

import static eu.rekawek.toxiproxy.model.ToxicDirection.DOWNSTREAM;
import static org.assertj.core.api.Assertions.assertThat;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.model.ToxicList;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Toxics that come and go lose no byte and change no order. */
class ChangingChainTests {
    private static final int NUMBERS = 2_000_000;
    private static final int LIMIT_SECONDS = 30;

    private final Pipe out = new Pipe(1);
    private final Random random = new Random(1);

    private static Toxic toxic(Toxin toxin) {
        return new Toxic(new Toxic.Label("t", "t", "upstream", Stream.UPSTREAM), 1, toxin);
    }

    @Test
    void aRemovedToxicGivesWhatItHoldsAndWhatWaitsInOrder() {
        Stub stub = new Stub(toxic(new Latency(100, 0)), random);
        for (int size = 1; size <= 3; size++) {
            stub.in().put(new Chunk(ByteBuffer.allocate(size), 0));
        }
        stub.in().end();
        stub.flow(out, 0);

        assertThat(stub.leave(out)).isTrue();

        assertThat(out.take().size()).isEqualTo(1);
        assertThat(out.take().size()).isEqualTo(2);
        assertThat(out.take().size()).isEqualTo(3);
        assertThat(out.atEnd()).isTrue();
    }

    @Test
    void aToxicThatHasBittenStaysAndBelongsToNobody() {
        Stub stub = new Stub(toxic(new ResetPeer(100)), random);
        stub.in().put(new Chunk(ByteBuffer.allocate(1), 0));
        stub.flow(out, 0);

        assertThat(stub.leave(out)).isFalse();

        assertThat(stub.isOf("t")).isFalse();
        stub.flow(out, TimeUnit.MILLISECONDS.toNanos(100));
        assertThat(out.atEnd()).isTrue();
    }

    @Test
    void noByteIsLostWhileToxicsComeAndGo() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (RelayUnderTest relay = RelayUnderTest.embedded();
                ServerSocket provider =
                        new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Proxy proxy = relay.client()
                    .createProxy("db", "127.0.0.1:0", "127.0.0.1:" + provider.getLocalPort());
            int port = Integer.parseInt(proxy.getListen().substring("127.0.0.1:".length()));
            try (Socket customer = new Socket("127.0.0.1", port);
                    Socket served = provider.accept()) {
                threads.submit(() -> count(served));
                Future<Integer> counted = threads.submit(checked(customer));
                while (!counted.isDone()) {
                    comeAndGo(proxy.toxics());
                }
                assertThat(counted.get(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo(NUMBERS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Void count(Socket socket) throws IOException {
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 5_000));
        for (int i = 0; i < NUMBERS; i++) {
            out.writeInt(i);
        }
        out.flush();
        return null;
    }

    /** Gives the first number that is not the next one, or how many there were. */
    private static Callable<Integer> checked(Socket socket) {
        return () -> {
            DataInputStream in = new DataInputStream(
                    new BufferedInputStream(socket.getInputStream(), 64 * 1024));
            int next = 0;
            while (next < NUMBERS && in.readInt() == next) {
                next++;
            }
            return next;
        };
    }

    private static void comeAndGo(ToxicList toxics) throws IOException {
        toxics.latency("l", DOWNSTREAM, 2).setJitter(2);
        toxics.slicer("s", DOWNSTREAM, 3_000, 0);
        toxics.bandwidth("b", DOWNSTREAM, 50_000);
        toxics.latency("m", DOWNSTREAM, 1);
        toxics.get("s").remove();
        toxics.get("l").remove();
        toxics.get("m").remove();
        toxics.get("b").remove();
    }
}
