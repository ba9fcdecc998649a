package io.firedrill.observe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.firedrill.DrillException;
import io.firedrill.journal.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A kind of inbox for tests. Where it takes a provider's place each posted body is a message, and
 * its lines {@code Name: value} are the facts; where it looks it reads the page again and again. It
 * tells of each call, and throws where its test says so.
 */
public final class Letterbox implements InboxKind {
    /** What it speaks. */
    public static final String SPEAKS = "memo";
    /** How the names of all its threads begin. */
    public static final String THREADS = "letterbox-";

    private static final Duration EVERY = Duration.ofMillis(20);

    private final Consumer<String> calls;
    private final Set<String> throwing;

    /** Makes it; {@code throwing} holds calls such as {@code open mail}. */
    public Letterbox(Consumer<String> calls, String... throwing) {
        this.calls = calls;
        this.throwing = Set.of(throwing);
    }

    @Override
    public String speaks() {
        return SPEAKS;
    }

    @Override
    public Inbox open(Order order) {
        does("open " + order.channel().name());
        return order.channel().look().isPresent() ? new Reader(order) : new Box(order);
    }

    private void does(String call) {
        calls.accept(call);
        if (throwing.contains(call)) {
            throw new DrillException(call + " went wrong");
        }
    }

    /** Sends a message as a sender would, and gives the status of the answer. */
    public static int post(InetSocketAddress to, String text) {
        try {
            HttpURLConnection connection = connection(to, "/");
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.getOutputStream().write(text.getBytes(UTF_8));
            return connection.getResponseCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpURLConnection connection(InetSocketAddress to, String path)
            throws IOException {
        URI place = URI.create("http://127.0.0.1:" + to.getPort() + path);
        HttpURLConnection connection = (HttpURLConnection) place.toURL().openConnection();
        connection.setRequestProperty("Connection", "close");
        return connection;
    }

    /** Takes a provider's place. */
    private final class Box implements Inbox {
        private final Order order;
        private final HttpServer server;
        private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, THREADS + "box");
            thread.setDaemon(true);
            return thread;
        });
        private final AtomicInteger count = new AtomicInteger();

        Box(Order order) {
            this.order = order;
            try {
                server = HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.setExecutor(threads);
            server.createContext("/", this::take);
            server.start();
        }

        private void take(HttpExchange exchange) throws IOException {
            long begin = order.clock().nanos();
            String text = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            if (exchange.getRequestMethod().equals("POST")) {
                order.recorder()
                        .record(
                                "inbox",
                                new Event.NoticeReceived(
                                        order.channel().name(),
                                        "all",
                                        "m" + count.incrementAndGet(),
                                        null,
                                        facts(text),
                                        List.of(),
                                        text,
                                        begin,
                                        order.clock().nanos()));
            }
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        }

        private static Map<String, String> facts(String text) {
            Map<String, String> facts = new TreeMap<>();
            text.lines()
                    .map(line -> line.split(": ", 2))
                    .filter(parts -> parts.length == 2)
                    .forEach(parts -> facts.put(parts[0].toLowerCase(Locale.ROOT), parts[1]));
            return facts;
        }

        @Override
        public int port() {
            return server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
            threads.shutdownNow();
            does("close " + order.channel().name());
        }
    }

    /** Looks at a page. */
    private final class Reader implements Inbox {
        private final Order order;
        private final Thread thread;
        private volatile boolean ending;

        Reader(Order order) {
            this.order = order;
            this.thread = new Thread(this::read, THREADS + "reader");
            thread.setDaemon(true);
            thread.start();
        }

        private void read() {
            while (!ending) {
                long begin = order.clock().nanos();
                int code = look();
                long end = order.clock().nanos();
                order.recorder()
                        .record(
                                "inbox",
                                new Event.PageRead(
                                        order.channel().name(),
                                        code > 0,
                                        code,
                                        true,
                                        Map.of(),
                                        List.of(),
                                        "",
                                        begin,
                                        end));
                order.clock().waitUntil(end + EVERY.toNanos());
            }
        }

        private int look() {
            var look = order.channel().look().orElseThrow();
            try {
                return connection(order.entries().apply(look.entry()), look.path())
                        .getResponseCode();
            } catch (IOException e) {
                return -1;
            }
        }

        @Override
        public int port() {
            return 0;
        }

        @Override
        public void close() {
            ending = true;
            thread.interrupt();
            does("close " + order.channel().name());
        }
    }
}
