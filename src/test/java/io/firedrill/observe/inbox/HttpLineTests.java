package io.firedrill.observe.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firedrill.journal.SystemClock;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HttpLineTests {
    private final SystemClock clock = new SystemClock();
    private final List<Request> came = new CopyOnWriteArrayList<>();
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void aRequestThatTricklesIsGivenUp() throws IOException {
        try (ServerSocket listener = listener();
                Socket sender =
                        new Socket(InetAddress.getLoopbackAddress(), listener.getLocalPort())) {
            CompletableFuture<Void> line = serve(listener, Duration.ofMillis(200));
            sender.setSoTimeout((int) Rig.PATIENCE.toMillis());
            long begun = clock.nanos();
            sender.getOutputStream().write(bytes("POST / HTTP/1.1\r\nHost: x\r\nX-Slow: "));
            await("trickle")
                    .pollDelay(Duration.ofMillis(20))
                    .pollInterval(Duration.ofMillis(20))
                    .atMost(Rig.PATIENCE)
                    .until(() -> trickled(sender) || line.isDone());

            assertThat(HttpAnswers.read(sender.getInputStream())).isEqualTo("408");
            assertThat(clock.since(begun)).isGreaterThan(Duration.ofMillis(100));
            assertThat(came).isEmpty();
        }
    }

    private static boolean trickled(Socket sender) {
        try {
            sender.getOutputStream().write('x');
            return sender.getInputStream().available() > 0;
        } catch (IOException closed) {
            return true;
        }
    }

    @Test
    void theStampsAreOfTheFirstByteAndOfTheLast() throws IOException {
        try (ServerSocket listener = listener();
                Socket sender =
                        new Socket(InetAddress.getLoopbackAddress(), listener.getLocalPort())) {
            CompletableFuture<Void> line = serve(listener, Rig.PATIENCE);
            sender.setSoTimeout((int) Rig.PATIENCE.toMillis());
            long before = clock.nanos();
            sender.getOutputStream().write(bytes("POST / HTTP/1.1\r\n"));
            await("first byte stamped").atMost(Rig.PATIENCE).until(() -> reads.get() > 1);
            long between = clock.nanos();
            sender.getOutputStream().write(bytes("Host: x\r\nContent-Length: 2\r\n\r\n{}"));

            assertThat(HttpAnswers.read(sender.getInputStream())).isEqualTo("204");
            long after = clock.nanos();
            sender.shutdownOutput();
            line.join();
            Request request = came.get(0);
            assertThat(request.begin()).isBetween(before, between);
            assertThat(request.end()).isBetween(between, after);
        }
    }

    /** Its connections tell how often they were asked for bytes. */
    private ServerSocket listener() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress()) {
            @Override
            public Socket accept() throws IOException {
                Socket socket = new Counted();
                implAccept(socket);
                return socket;
            }
        };
    }

    private final class Counted extends Socket {
        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    reads.incrementAndGet();
                    return super.read(bytes, offset, length);
                }
            };
        }
    }

    private CompletableFuture<Void> serve(ServerSocket listener, Duration request) {
        HttpLine.Site site = new HttpLine.Site(
                clock,
                asked -> {
                    came.add(asked);
                    return Reply.empty(204);
                },
                request);
        return CompletableFuture.runAsync(() -> {
            try (Socket socket = listener.accept()) {
                new HttpLine(socket, site).converse();
            } catch (IOException gone) {
                return; // the sender is the test
            }
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
