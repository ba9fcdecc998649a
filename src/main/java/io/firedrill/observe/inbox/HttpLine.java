package io.firedrill.observe.inbox;

import io.firedrill.journal.DrillClock;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.HttpProcessors;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.impl.io.HttpService;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.io.support.BasicHttpServerExpectationDecorator;
import org.apache.hc.core5.http.io.support.BasicHttpServerRequestHandler;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.Timeout;

/**
 * One connection of a sender, kept for as many requests as he has; Apache's HttpCore does the
 * reading and writing.
 */
final class HttpLine {
    static final int BODY_AT_MOST = 1024 * 1024;
    static final Duration REQUEST_AT_MOST = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Http1Config LIMITS = Http1Config.custom()
            .setMaxLineLength(16 * 1024)
            .setMaxHeaderCount(200)
            .build();

    private static final String TOO_SLOW =
            "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private final Socket socket;
    private final Site site;

    HttpLine(Socket socket, Site site) {
        this.socket = socket;
        this.site = site;
    }

    /**
     * What a line works with.
     *
     * @param answers answers a request, and never throws
     * @param request how long one may take to come
     */
    record Site(DrillClock clock, Function<Request, Reply> answers, Duration request) {}

    /** Answers all requests; returns when the line is closed. */
    void converse() throws IOException {
        TimedStream stream = new TimedStream(socket, site.clock());
        try {
            answerAll(new Connection(socket, stream), stream);
        } catch (SocketTimeoutException tooSlow) {
            say(socket, TOO_SLOW);
        } catch (HttpException notHttp) {
            return; // he was told so
        }
    }

    private void answerAll(Connection wire, TimedStream stream) throws IOException, HttpException {
        HttpService http = service(stream);
        stream.betweenRequests(IDLE);
        while (wire.isOpen() && wire.isDataAvailable(Timeout.DISABLED)) {
            stream.withinRequest(site.request());
            http.handleRequest(wire, HttpCoreContext.create());
            stream.betweenRequests(IDLE);
        }
    }

    private HttpService service(TimedStream stream) {
        BasicHttpServerRequestHandler handler =
                new BasicHttpServerRequestHandler((request, context) -> (asked, answer, inner) -> {
                    fill(answer, site.answers().apply(read(asked, stream)));
                });
        return HttpService.builder()
                .withHttpProcessor(HttpProcessors.server("inbox"))
                .withHttpServerRequestHandler(new BasicHttpServerExpectationDecorator(handler))
                .build();
    }

    private Request read(ClassicHttpRequest asked, TimedStream stream) throws IOException {
        long begin = stream.began();
        byte[] body = body(asked.getEntity());
        String target = asked.getPath() == null ? "" : asked.getPath();
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        Map<String, String> query = mark < 0 ? Map.of() : Form.read(target.substring(mark + 1));
        long end = site.clock().nanos();
        return new Request(asked.getMethod(), path, query, headers(asked), body, begin, end);
    }

    /** Reads one byte more than a body may have, so that a longer one shows. */
    private byte[] body(HttpEntity entity) throws IOException {
        return entity == null ? new byte[0] : entity.getContent().readNBytes(BODY_AT_MOST + 1);
    }

    private static Map<String, String> headers(ClassicHttpRequest asked) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : asked.getHeaders()) {
            String value = header.getValue() == null ? "" : header.getValue();
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), value);
        }
        return headers;
    }

    private static void fill(ClassicHttpResponse answer, Reply reply) {
        answer.setCode(reply.status());
        reply.headers().forEach(answer::setHeader);
        if (!reply.type().isEmpty()) {
            answer.setEntity(new StringEntity(reply.body(), ContentType.parse(reply.type())));
        }
    }

    private static void say(Socket caller, String answer) throws IOException {
        caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        caller.shutdownOutput();
    }

    /** A connection whose bytes come through a stream of ours. */
    private static final class Connection extends DefaultBHttpServerConnection {

        Connection(Socket socket, InputStream stream) throws IOException {
            super("http", LIMITS);
            bind(new SocketHolder(socket) {
                @Override
                protected InputStream getInputStream(Socket same) {
                    return stream;
                }
            });
        }
    }
}
