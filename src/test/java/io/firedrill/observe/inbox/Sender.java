package io.firedrill.observe.inbox;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The sender's own side: where providers call back. */
final class Sender implements AutoCloseable {
    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String answer = "";

    /** A call of a provider; {@code signature} is whatever signature header it bore. */
    record Call(String path, String signature, String body) {}

    Sender() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    /** Answers so from now on. */
    Sender answering(int otherStatus, String body) {
        status = otherStatus;
        answer = body;
        return this;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String twilio = exchange.getRequestHeaders().getFirst("X-Twilio-Signature");
            String pagerDuty = exchange.getRequestHeaders().getFirst("X-PagerDuty-Signature");
            calls.add(new Call(
                    exchange.getRequestURI().toString(),
                    twilio == null ? String.valueOf(pagerDuty) : twilio,
                    body));
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    List<Call> awaited(int count) {
        await("calls back").atMost(Rig.PATIENCE).until(() -> calls.size() >= count);
        return calls;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
