package io.firedrill.systems.company;

import io.firedrill.topology.inprocess.Network;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.HttpProcessors;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.jspecify.annotations.Nullable;

/** Sends requests to one other, each on a connection of its own. */
final class WebCall {
    private final HttpRequestExecutor executor = new HttpRequestExecutor();
    private final HttpProcessor processor = HttpProcessors.client("company");
    private final Network network;
    private final String to;
    private final int port;

    WebCall(Network network, String to, int port) {
        this.network = network;
        this.to = to;
        this.port = port;
    }

    /**
     * Sends a request and waits for the answer.
     *
     * @param within how long a connection, and then each part of the answer, may take
     * @throws IOException where there is no answer; whether it arrived is not known
     */
    WebAnswer send(WebRequest request, Duration within) throws IOException {
        try (Socket socket = network.dial(to, port, within)) {
            socket.setSoTimeout((int) within.toMillis());
            DefaultBHttpClientConnection connection =
                    new DefaultBHttpClientConnection(Http1Config.DEFAULT);
            connection.bind(socket);
            return exchange(connection, outgoing(request));
        } catch (HttpException e) {
            throw new IOException(to + " does not speak HTTP", e);
        }
    }

    /** Gives where the other listens, as those find it who are not in this system. */
    String address(Duration within) throws IOException {
        try (Socket socket = network.dial(to, port, within)) {
            return "http://" + socket.getInetAddress().getHostAddress() + ":" + socket.getPort();
        }
    }

    private ClassicHttpRequest outgoing(WebRequest request) {
        ClassicRequestBuilder builder = ClassicRequestBuilder.create(request.method())
                .setUri("http://" + to + request.target())
                .setHeader("Connection", "close");
        request.headers().forEach(builder::setHeader);
        if (!request.body().isEmpty()) {
            ContentType type = ContentType.create(request.type(), StandardCharsets.UTF_8);
            builder.setEntity(new StringEntity(request.body(), type));
        }
        return builder.build();
    }

    private WebAnswer exchange(DefaultBHttpClientConnection connection, ClassicHttpRequest request)
            throws HttpException, IOException {
        HttpCoreContext context = HttpCoreContext.create();
        executor.preProcess(request, processor, context);
        try (ClassicHttpResponse answer = executor.execute(request, connection, context)) {
            HttpEntity entity = answer.getEntity();
            String body =
                    entity == null ? "" : EntityUtils.toString(entity, StandardCharsets.UTF_8);
            return new WebAnswer(answer.getCode(), type(entity), body);
        }
    }

    private static String type(@Nullable HttpEntity entity) {
        return Optional.ofNullable(entity).map(HttpEntity::getContentType).orElse(WebRequest.JSON);
    }
}
