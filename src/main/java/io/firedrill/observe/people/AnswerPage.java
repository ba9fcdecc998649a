package io.firedrill.observe.people;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.firedrill.DrillException;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * People who answer on a page of this machine: 127.0.0.1, a free port, and an address that nobody
 * guesses. It needs no script. An answer counts only where it comes from the page itself: another
 * page that a browser has open can neither read it nor send one.
 */
public final class AnswerPage implements People {
    private static final int MOST_BYTES = 8 * 1024;
    private static final int THREADS = 4;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final HttpServer server;
    private final ExecutorService threads;
    private final String path = "/" + UUID.randomUUID() + "/";
    private final List<AnswerForms.Shown> shown = new CopyOnWriteArrayList<>();
    private final AtomicBoolean said = new AtomicBoolean();
    private final Consumer<String> say;

    private AnswerPage(HttpServer server, ExecutorService threads, Consumer<String> say) {
        this.server = server;
        this.threads = threads;
        this.say = say;
    }

    /**
     * Opens the page.
     *
     * @param say takes the sentence that names its address, once, when there is something to answer
     * @throws DrillException where no port of 127.0.0.1 can be had
     */
    public static AnswerPage open(Consumer<String> say) {
        try {
            InetAddress local = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            HttpServer server = HttpServer.create(new InetSocketAddress(local, 0), 0);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
                Thread thread = new Thread(work, "firedrill-answers");
                thread.setDaemon(true);
                return thread;
            });
            AnswerPage page = new AnswerPage(server, threads, say);
            server.setExecutor(threads);
            server.createContext("/", page::handle);
            server.start();
            return page;
        } catch (IOException e) {
            throw new DrillException("the page for answers can not listen on 127.0.0.1", e);
        }
    }

    /** Gives the whole address of the page. */
    String address() {
        return "http://" + host() + path;
    }

    private String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public String way() {
        return "page";
    }

    @Override
    public void show(Asking asking) {
        shown.add(new AnswerForms.Shown(UUID.randomUUID().toString(), asking));
        if (said.compareAndSet(false, true)) {
            say.accept("People are asked; they answer at " + address());
        }
    }

    /** What is sent back. */
    private record Reply(int code, String text, boolean page) {
        static Reply refused(int code, String why) {
            return new Reply(code, why, false);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, reply(exchange));
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        boolean here = host().equals(headers.getFirst("Host"));
        if (!here || !same(path, String.valueOf(exchange.getRequestURI().getRawPath()))) {
            return Reply.refused(404, "There is nothing here.");
        }
        return switch (exchange.getRequestMethod()) {
            case "GET", "HEAD" -> new Reply(200, AnswerForms.page(shown, ""), true);
            case "POST" -> posted(exchange);
            default -> Reply.refused(405, "Only GET and POST are understood.");
        };
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private Reply posted(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        if (!fromThePage(headers)) {
            return Reply.refused(403, "Answers are taken from the page itself only.");
        }
        if (!Optional.ofNullable(headers.getFirst("Content-Type")).orElse("").startsWith(FORM)) {
            return Reply.refused(415, "An answer is a form.");
        }
        byte[] body;
        try (InputStream in = exchange.getRequestBody()) {
            body = in.readNBytes(MOST_BYTES + 1);
        }
        if (body.length > MOST_BYTES) {
            return Reply.refused(413, "An answer is shorter than that.");
        }
        Optional<String> why = AnswerForms.take(shown, new String(body, StandardCharsets.UTF_8));
        return why.map(text -> new Reply(409, AnswerForms.page(shown, text), true))
                .orElseGet(() -> new Reply(303, "", true));
    }

    /** A browser says where a form comes from, in at least one of these two. */
    private boolean fromThePage(Headers headers) {
        String origin = headers.getFirst("Origin");
        String referer = headers.getFirst("Referer");
        return origin == null
                ? referer != null && referer.startsWith(address())
                : origin.equals("http://" + host());
    }

    private void send(HttpExchange exchange, Reply reply) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set(
                "Content-Type", (reply.page() ? "text/html" : "text/plain") + "; charset=utf-8");
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; form-action 'self';"
                        + " frame-ancestors 'none'; base-uri 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
        if (reply.code() == 303) {
            headers.set("Location", path);
        }
        byte[] body = reply.text().getBytes(StandardCharsets.UTF_8);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        boolean none = head || body.length == 0;
        exchange.sendResponseHeaders(reply.code(), none ? -1 : body.length);
        if (!none) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
