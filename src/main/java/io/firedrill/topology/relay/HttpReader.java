package io.firedrill.topology.relay;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads HTTP/1.1 requests off one connection, each within bounds. */
final class HttpReader {
    private static final int LONGEST_LINE = 16 * 1024;
    private static final int MOST_HEADERS = 200;
    private static final int LONGEST_BODY = 8 * 1024 * 1024;
    private static final int HEX = 16;

    private final InputStream in;
    private final OutputStream out;

    /** Reads from one stream; tells a client that waits for leave to send on the other. */
    HttpReader(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** Says that what came is no request, or a larger one than any that is needed. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;
        private final int status;

        Unreadable(int status, String message) {
            super(message);
            this.status = status;
        }

        /** Gives the status to answer with. */
        int status() {
            return status;
        }
    }

    /**
     * Reads the next request.
     *
     * @return empty where the client has none any more
     */
    Optional<HttpRequest> next() throws IOException {
        String line = line();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        String[] words = line.split(" ", -1);
        if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
            throw new Unreadable(400, "malformed request line");
        }
        Map<String, String> headers = headers();
        if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        String connection = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
        boolean last = words[2].equals("HTTP/1.0")
                ? !connection.contains("keep-alive")
                : connection.contains("close");
        return Optional.of(new HttpRequest(words[0], words[1], headers, body(headers), last));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1 || headers.size() == MOST_HEADERS) {
                throw new Unreadable(400, "malformed header");
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.merge(name, line.substring(colon + 1).strip(), (one, two) -> one + "," + two);
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            return chunks();
        }
        int length = number(headers.getOrDefault("content-length", "0"), 10);
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("a body ended early");
        }
        return body;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            if (body.size() + size > LONGEST_BODY) {
                throw new Unreadable(413, "body too large");
            }
            body.write(in.readNBytes(size));
            line();
        }
        headers(); // trailers, and the empty line
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return number(line().split(";", 2)[0].strip(), HEX);
    }

    private static int number(String text, int radix) throws IOException {
        try {
            int number = Integer.parseUnsignedInt(text, radix);
            if (number < 0 || number > LONGEST_BODY) {
                throw new Unreadable(413, "body too large");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new Unreadable(400, "malformed length '" + text + "'");
        }
    }

    /** Reads one line; an end before the first byte is an empty one. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 && line.size() > 0) {
                throw new EOFException("a request ended early");
            }
            if (next < 0) {
                return "";
            }
            if (line.size() == LONGEST_LINE) {
                throw new Unreadable(400, "a line is too long");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }
}
