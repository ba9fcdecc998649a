package io.firedrill.observe.inbox;

import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A host of pages that a test changes while they are looked at. */
final class Host implements AutoCloseable {
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile int status = 200;

    Host() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            String page = pages.get(exchange.getRequestURI().toString());
            byte[] body = (page == null ? "" : page).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                    page == null ? 404 : status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Gives how often it was asked for something. */
    int asked() {
        return asked.get();
    }

    Host shows(String path, String page) {
        pages.put(path, page);
        return this;
    }

    void loses(String path) {
        pages.remove(path);
    }

    void answers(int code) {
        status = code;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
