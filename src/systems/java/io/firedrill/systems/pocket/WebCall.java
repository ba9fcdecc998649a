package io.firedrill.systems.pocket;

import io.firedrill.topology.inprocess.Network;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
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

/** Sends a request to another part, on a connection of its own. */
final class WebCall {
    private final HttpRequestExecutor executor = new HttpRequestExecutor();
    private final HttpProcessor processor = HttpProcessors.client("pocket");
    private final Network network;
    private final int port;

    WebCall(Network network, int port) {
        this.network = network;
        this.port = port;
    }

    /** Says that nothing was sent, for there was nobody to send it to. */
    static final class NotConnected extends IOException {
        private static final long serialVersionUID = 1L;

        NotConnected(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /**
     * Sends it and waits for the answer.
     *
     * @param within how long a connection, and then each part of the answer, may take
     * @throws NotConnected where nothing was sent
     * @throws IOException where there is no answer; whether it arrived is not known
     */
    WebAnswer send(WebRequest request, String to, Duration within) throws IOException {
        try (Socket socket = dial(to, within)) {
            socket.setSoTimeout((int) within.toMillis());
            DefaultBHttpClientConnection connection =
                    new DefaultBHttpClientConnection(Http1Config.DEFAULT);
            connection.bind(socket);
            return exchange(connection, outgoing(request, to));
        } catch (HttpException e) {
            throw new IOException(to + " does not speak HTTP", e);
        }
    }

    private Socket dial(String to, Duration within) throws NotConnected {
        try {
            return network.dial(to, port, within);
        } catch (IOException e) {
            throw new NotConnected(e);
        }
    }

    private static ClassicHttpRequest outgoing(WebRequest request, String to) {
        ClassicRequestBuilder builder = ClassicRequestBuilder.create(request.method())
                .setUri("http://" + to + request.target())
                .setHeader("Connection", "close");
        if (request.authorization() != null) {
            builder.setHeader("Authorization", request.authorization());
        }
        if (!request.body().isEmpty()) {
            builder.setEntity(new StringEntity(request.body(), ContentType.APPLICATION_JSON));
        }
        return builder.build();
    }

    private WebAnswer exchange(DefaultBHttpClientConnection connection, ClassicHttpRequest request)
            throws HttpException, IOException {
        HttpCoreContext context = HttpCoreContext.create();
        executor.preProcess(request, processor, context);
        try (ClassicHttpResponse answer = executor.execute(request, connection, context)) {
            HttpEntity entity = answer.getEntity();
            String body = entity == null ? "" : EntityUtils.toString(entity);
            return new WebAnswer(answer.getCode(), body);
        }
    }
}
