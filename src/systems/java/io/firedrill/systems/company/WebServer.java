package io.firedrill.systems.company;

import io.firedrill.topology.inprocess.Service;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.HttpProcessors;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.impl.io.HttpService;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.io.support.BasicHttpServerExpectationDecorator;
import org.apache.hc.core5.http.io.support.BasicHttpServerRequestHandler;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/** Speaks HTTP on a connection of a host; Apache's HttpCore does the reading and writing. */
final class WebServer implements Service {
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final HttpService http;

    /** Answers a request. */
    @FunctionalInterface
    interface Pages {
        /**
         * Gives the answer.
         *
         * @throws IOException where it can not be given now; the other side is told so
         */
        WebAnswer answer(WebRequest request) throws IOException;
    }

    WebServer(Pages pages) {
        BasicHttpServerRequestHandler handler = new BasicHttpServerRequestHandler(
                (request, context) -> (asked, answer, inner) -> answer(pages, asked, answer));
        this.http = HttpService.builder()
                .withHttpProcessor(HttpProcessors.server("company"))
                .withHttpServerRequestHandler(new BasicHttpServerExpectationDecorator(handler))
                .build();
    }

    @Override
    public void serve(Socket socket) throws IOException {
        socket.setSoTimeout((int) IDLE.toMillis());
        DefaultBHttpServerConnection connection =
                new DefaultBHttpServerConnection("http", Http1Config.DEFAULT);
        connection.bind(socket);
        try {
            while (connection.isOpen()) {
                http.handleRequest(connection, HttpCoreContext.create());
            }
        } catch (ConnectionClosedException hungUp) {
            return;
        } catch (HttpException e) {
            throw new IOException("this is not HTTP", e);
        }
    }

    private static void answer(Pages pages, ClassicHttpRequest asked, ClassicHttpResponse answer)
            throws HttpException, IOException {
        WebAnswer given = given(pages, read(asked));
        answer.setCode(given.status());
        answer.setEntity(new StringEntity(
                given.body(), ContentType.parse(given.type()).withCharset(StandardCharsets.UTF_8)));
    }

    private static WebAnswer given(Pages pages, WebRequest request) {
        try {
            return pages.answer(request);
        } catch (IOException notNow) {
            return WebAnswer.unavailable("Try again.");
        }
    }

    private static WebRequest read(ClassicHttpRequest asked) throws HttpException, IOException {
        HttpEntity entity = asked.getEntity();
        String body = entity == null ? "" : EntityUtils.toString(entity, StandardCharsets.UTF_8);
        return new WebRequest(asked.getMethod(), asked.getPath(), Map.of(), WebRequest.JSON, body);
    }
}
