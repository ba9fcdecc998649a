package io.firedrill.traffic;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A server that answers, or misbehaves, as a test says; it keeps every request that arrived. */
final class StubServer implements AutoCloseable {
    private final ServerSocket server;
    private final Function<Asked, Reply> script;
    private final boolean resetsOnAccept;
    private final List<Asked> arrivals = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** One request. {@code connection} counts connections from 1. */
    record Asked(
            String method,
            String path,
            String version,
            Map<String, String> headers,
            String body,
            int connection) {}

    /** What the stub does with a request. */
    sealed interface Reply {
        record Answer(int status, String body) implements Reply {}

        record Raw(String text) implements Reply {}

        record StalledAfter(String text) implements Reply {}

        record Reset() implements Reply {}

        record Silence() implements Reply {}
    }

    private StubServer(Function<Asked, Reply> script, boolean resetsOnAccept) throws IOException {
        this.script = script;
        this.resetsOnAccept = resetsOnAccept;
        this.server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    static StubServer answering(Function<Asked, Reply> script) throws IOException {
        return new StubServer(script, false);
    }

    static StubServer resettingOnAccept() throws IOException {
        return new StubServer(asked -> new Reply.Silence(), true);
    }

    static Reply json(int status, String body) {
        return new Reply.Answer(status, body);
    }

    /** Gives an address where nobody listens. */
    static InetSocketAddress closedPort() throws IOException {
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), gone.getLocalPort());
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
    }

    List<Asked> arrivals() {
        return List.copyOf(arrivals);
    }

    long arrivals(String pathPrefix) {
        return arrivals.stream()
                .filter(asked -> asked.path().startsWith(pathPrefix))
                .count();
    }

    int connections() {
        return connections.get();
    }

    int openConnections() {
        return open.size();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "stub-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                int number = connections.incrementAndGet();
                if (resetsOnAccept) {
                    reset(socket);
                } else {
                    socket.setTcpNoDelay(true);
                    open.add(socket);
                    daemon(() -> serve(socket, number));
                }
            }
        } catch (IOException closed) {
            closing.countDown();
        }
    }

    private void serve(Socket socket, int number) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (Asked asked = read(in, number); asked != null; asked = read(in, number)) {
                arrivals.add(asked);
                reply(script.apply(asked), socket, in);
            }
        } catch (IOException gone) {
            // the other side has left: what the test looks at is kept
        } finally {
            open.remove(socket);
        }
    }

    private static void reply(Reply reply, Socket socket, InputStream in) throws IOException {
        if (reply instanceof Reply.Answer answer) {
            write(
                    socket,
                    head(answer.status(), answer.body().getBytes(StandardCharsets.UTF_8).length)
                            + answer.body());
        } else if (reply instanceof Reply.Raw raw) {
            write(socket, raw.text());
            socket.close();
        } else if (reply instanceof Reply.StalledAfter stalled) {
            write(socket, stalled.text());
            readToEnd(in);
        } else if (reply instanceof Reply.Reset) {
            reset(socket);
        } else {
            readToEnd(in);
        }
    }

    /** Waits for the other side to hang up. */
    private static void readToEnd(InputStream in) throws IOException {
        while (in.read() >= 0) {
            continue;
        }
    }

    static String head(int status, int length) {
        return "HTTP/1.1 " + status
                + " X\r\nContent-Type: application/json\r\nLocation: /elsewhere\r\n"
                + "Content-Length: " + length + "\r\n\r\n";
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private static Asked read(InputStream in, int number) throws IOException {
        String first = line(in);
        if (first.isEmpty()) {
            return null;
        }
        String[] parts = first.split(" ");
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).trim());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = headers.containsKey("transfer-encoding")
                ? chunked(in)
                : new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Asked(parts[0], parts[1], parts[2], headers, body, number);
    }

    private static String chunked(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16);
                size > 0;
                size = Integer.parseInt(line(in), 16)) {
            all.write(in.readNBytes(size));
            line(in);
        }
        line(in);
        return all.toString(StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).trim();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
