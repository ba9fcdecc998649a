package io.firedrill.topology.relay;

import com.fasterxml.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer of the API.
 *
 * @param headers without those about the body's length and the connection
 */
record HttpAnswer(int status, Map<String, String> headers, byte[] body) {
    private static final int NO_CONTENT = 204;
    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(201, "Created"),
            Map.entry(NO_CONTENT, "No Content"),
            Map.entry(301, "Moved Permanently"),
            Map.entry(400, "Bad Request"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Request Entity Too Large"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(503, "Service Unavailable"));

    /** Answers with JSON. */
    static HttpAnswer json(int status, JsonNode node) {
        return new HttpAnswer(
                status, Map.of("Content-Type", "application/json"), Answers.bytes(node));
    }

    /** Answers as Go's {@code http.Error} does: what is sent is called plain text, JSON too. */
    static HttpAnswer error(int status, String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "text/plain; charset=utf-8");
        headers.put("X-Content-Type-Options", "nosniff");
        return new HttpAnswer(status, headers, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Answers with a status and nothing else. */
    static HttpAnswer empty(int status) {
        return new HttpAnswer(status, Map.of(), new byte[0]);
    }

    /** Gives the head and the body as they are sent. */
    byte[] bytes(boolean withBody, boolean last) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " " + REASONS.get(status));
        headers.forEach((name, value) -> head.append("\r\n" + name + ": " + value));
        if (status != NO_CONTENT) {
            head.append("\r\nContent-Length: " + body.length);
        }
        head.append(last ? "\r\nConnection: close\r\n\r\n" : "\r\n\r\n");
        byte[] first = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[first.length + (withBody ? body.length : 0)];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(body, 0, all, first.length, all.length - first.length);
        return all;
    }
}
