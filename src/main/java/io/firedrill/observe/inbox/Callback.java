package io.firedrill.observe.inbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.HttpProcessors;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessor;

/**
 * Calls the sender back, as providers do. Only a literal loopback address is called, whatever a
 * message asks for, and no redirect is followed: what a system under drill writes into a message
 * must not make us knock on other doors. An in-process sender gives
 * {@code http://127.0.0.1:<port>/...}. Each call ends within a few seconds, in one connection of
 * its own.
 */
final class Callback implements AutoCloseable {
    private static final int CONNECT_MILLIS = 1_000;
    private static final int READ_MILLIS = 2_000;
    private static final int ANSWER_AT_MOST = 64 * 1024;
    private static final int HTTP_PORT = 80;
    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-fA-F:]+]");

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * What came of a call.
     *
     * @param status of the answer; -1 where there was none
     * @param body of the answer, at most 64 KB; what went wrong where there was none
     */
    record Outcome(int status, String body) {
        private static final int NONE = -1;

        /** Gives one without an answer. */
        static Outcome failed(String why) {
            return new Outcome(NONE, why);
        }

        /** Says whether the sender took it. */
        boolean ok() {
            return status >= 200 && status < 300;
        }

        /** Says it in a few words. */
        String words() {
            if (ok()) {
                return "the sender was told";
            }
            return "the sender was not told: " + (status == NONE ? body : "HTTP " + status);
        }
    }

    /** A body to send. */
    record Sent(String type, String body, Map<String, String> headers) {}

    /** Posts to an address; never throws. */
    Outcome post(URI to, Sent sent) {
        Optional<InetSocketAddress> address = allowed(to);
        if (address.isEmpty()) {
            return Outcome.failed(
                    "'" + to.getHost() + "' is not on this machine; allowed: 127.0.0.1");
        }
        try (Socket socket = new Socket()) {
            open.add(socket);
            if (closed) {
                return Outcome.failed("the inbox is closed");
            }
            try {
                socket.setTcpNoDelay(true);
                socket.connect(address.get(), CONNECT_MILLIS);
                socket.setSoTimeout(READ_MILLIS);
                return converse(socket, to, sent);
            } finally {
                open.remove(socket);
            }
        } catch (IOException | HttpException unreachable) {
            return Outcome.failed(String.valueOf(unreachable.getMessage()));
        }
    }

    private static Outcome converse(Socket socket, URI to, Sent sent)
            throws IOException, HttpException {
        ClassicRequestBuilder asking = ClassicRequestBuilder.post(to)
                .setEntity(
                        sent.body().getBytes(StandardCharsets.UTF_8),
                        ContentType.parse(sent.type()))
                .setHeader("Connection", "close");
        sent.headers().forEach(asking::setHeader);
        ClassicHttpRequest request = asking.build();
        DefaultBHttpClientConnection connection =
                new DefaultBHttpClientConnection(Http1Config.DEFAULT);
        connection.bind(socket);
        HttpRequestExecutor executor = new HttpRequestExecutor();
        HttpProcessor processor = HttpProcessors.client("inbox");
        HttpCoreContext context = HttpCoreContext.create();
        executor.preProcess(request, processor, context);
        try (ClassicHttpResponse answer = executor.execute(request, connection, context)) {
            byte[] body = answer.getEntity() == null
                    ? new byte[0]
                    : answer.getEntity().getContent().readNBytes(ANSWER_AT_MOST);
            return new Outcome(answer.getCode(), new String(body, StandardCharsets.UTF_8));
        }
    }

    /** Reads an address that a message names; empty where it is none. */
    static Optional<URI> address(String text) {
        try {
            URI address = URI.create(text.strip());
            boolean whole = "http".equals(address.getScheme()) && address.getHost() != null;
            return whole ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty(); // the caller says so to the sender
        }
    }

    private static Optional<InetSocketAddress> allowed(URI to) {
        String host = to.getHost().equals("localhost") ? "127.0.0.1" : to.getHost();
        if (!LITERAL.matcher(host).matches()) {
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.getByName(host);
            int port = to.getPort() < 0 ? HTTP_PORT : to.getPort();
            return address.isLoopbackAddress()
                    ? Optional.of(new InetSocketAddress(address, port))
                    : Optional.empty();
        } catch (IOException notAnAddress) {
            return Optional.empty(); // four numbers, but no address
        }
    }

    /** Ends calls that are under way. */
    @Override
    public void close() {
        closed = true;
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                continue; // of no use any more, whether it could be closed or not
            }
        }
    }
}
