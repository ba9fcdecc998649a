package io.firedrill.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The API of a Toxiproxy with one proxy, that only remembers which toxics it was given. */
public final class FakeToxiproxy implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOXICS = "/proxies/link/toxics";
    private static final String LINK =
            "{\"name\": \"link\", \"listen\": \"\", \"upstream\": \"\", \"enabled\": true}";

    private final Map<String, ObjectNode> toxics = new ConcurrentSkipListMap<>();
    private final HttpServer server;

    /** Starts it on a free port of this machine. */
    public FakeToxiproxy() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        server = HttpServer.create(new InetSocketAddress(here, 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Gives its proxy in Toxiproxy's own client. */
    public Proxy proxy() throws IOException {
        InetSocketAddress address = server.getAddress();
        return new ToxiproxyClient(address.getHostString(), address.getPort()).getProxy("link");
    }

    /** Gives the toxics, each in one line, in the order of their names. */
    List<String> lines() {
        return toxics.values().stream().map(FakeToxiproxy::line).toList();
    }

    private static String line(JsonNode toxic) {
        return toxic.path("name").asText() + ": " + toxic.path("type").asText() + " "
                + toxic.path("stream").asText() + " " + toxic.path("attributes");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        String text = LINK;
        if (path.startsWith(TOXICS)) {
            text = toxics(exchange.getRequestMethod(), path.substring(TOXICS.length()), body);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(
                bytes.length == 0 ? 204 : 200, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private String toxics(String method, String name, byte[] body) throws IOException {
        if (method.equals("DELETE")) {
            toxics.remove(name.substring(1));
            return "";
        }
        if (method.equals("GET")) {
            Collection<ObjectNode> all = toxics.values();
            return JSON.writeValueAsString(all);
        }
        ObjectNode given = (ObjectNode) JSON.readTree(body);
        if (!name.isEmpty()) {
            ObjectNode known = toxics.get(name.substring(1));
            ((ObjectNode) known.path("attributes")).setAll((ObjectNode) given.path("attributes"));
            return known.toString();
        }
        toxics.put(given.path("name").asText(), given);
        return given.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
