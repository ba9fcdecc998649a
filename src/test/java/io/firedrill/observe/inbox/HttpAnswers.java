package io.firedrill.observe.inbox;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads answers off a kept connection, byte by byte, so that nothing of the next one is lost. */
final class HttpAnswers {
    private HttpAnswers() {}

    /** Reads one whole answer; gives its status. */
    static String read(InputStream in) throws IOException {
        String status = firstLine(in).split(" ", -1)[1];
        int length = 0;
        for (String header = firstLine(in); !header.isEmpty(); header = firstLine(in)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        in.readNBytes(length);
        return status;
    }

    static String firstLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) {
                throw new EOFException("no answer: " + line);
            }
            line.write(one);
        }
        return line.toString(StandardCharsets.US_ASCII).strip();
    }
}
