package io.firedrill.observe.inbox;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One PUT or POST of a bounded length: all the HTTP that a printer takes. The connection is closed
 * after the answer.
 *
 * @param status 0 where the request is good; else the status to refuse it with
 */
record SmallHttp(int status, byte[] body) {
    private static final int LINE_AT_MOST = 8_192;
    private static final int LINES_AT_MOST = 100;
    private static final int BODY_AT_MOST = 256 << 10;
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final Pattern REQUEST = Pattern.compile("([A-Z]{1,20}) /\\S* HTTP/1\\.[01]");
    private static final Pattern LENGTH =
            Pattern.compile("(?i)content-length:[ \\t]*([0-9]{1,18})[ \\t]*");
    private static final byte[] NONE = {};

    private record Head(int status, long length, boolean expects) {}

    /**
     * Reads one.
     *
     * @throws IOException where the sender leaves, or is too slow
     */
    static SmallHttp read(Wire wire) throws IOException {
        wire.within(WITHIN);
        Head head = head(wire);
        if (head.status() != 0) {
            return new SmallHttp(head.status(), NONE);
        }
        if (head.expects()) {
            wire.write("HTTP/1.1 100 Continue\r\n\r\n");
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (long left = head.length(); left > 0; left--) {
            int one = wire.read();
            if (one < 0) {
                throw new EOFException("the sender left in the middle of a sheet");
            }
            body.write(one);
        }
        return new SmallHttp(0, body.toByteArray());
    }

    private static Head head(Wire wire) throws IOException {
        try {
            Matcher request = REQUEST.matcher(line(wire));
            int status = !request.matches() ? 400 : allowed(request.group(1)) ? 0 : 405;
            long length = -1;
            boolean expects = false;
            int lines = 0;
            for (String line = line(wire); !line.isEmpty(); line = line(wire)) {
                if (++lines > LINES_AT_MOST) {
                    return new Head(431, 0, false);
                }
                Matcher said = LENGTH.matcher(line);
                length = said.matches() ? Long.parseLong(said.group(1)) : length;
                expects |= line.equalsIgnoreCase("Expect: 100-continue");
            }
            return status != 0 ? new Head(status, 0, false) : bounded(length, expects);
        } catch (Wire.TooLong tooLong) {
            return new Head(431, 0, false);
        }
    }

    private static Head bounded(long length, boolean expects) {
        if (length < 0) {
            return new Head(411, 0, false);
        }
        return length > BODY_AT_MOST ? new Head(413, 0, false) : new Head(0, length, expects);
    }

    private static boolean allowed(String method) {
        return method.equals("PUT") || method.equals("POST");
    }

    private static String line(Wire wire) throws IOException {
        Optional<String> line = wire.line(LINE_AT_MOST);
        return line.orElseThrow(() -> new EOFException("the sender left"));
    }

    /** Gives an answer without a body. */
    static String answer(int status) {
        String words = switch (status) {
            case 204 -> "No Content";
            case 400 -> "Bad Request";
            case 405 -> "Method Not Allowed";
            case 411 -> "Length Required";
            case 413 -> "Content Too Large";
            case 431 -> "Request Header Fields Too Large";
            default -> "Service Unavailable";
        };
        String length = status == 204 ? "" : "Content-Length: 0\r\n";
        return "HTTP/1.1 " + status + " " + words + "\r\n" + length + "Connection: close\r\n\r\n";
    }
}
