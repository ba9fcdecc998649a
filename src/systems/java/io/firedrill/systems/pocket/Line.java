package io.firedrill.systems.pocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;

/** A connection on which both sides speak in lines, one JSON object each. */
final class Line implements Closeable {
    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;

    Line(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        this.out = socket.getOutputStream();
    }

    void say(Object words) throws IOException {
        out.write((Json.text(words) + "\n").getBytes(UTF_8));
    }

    /**
     * Waits for a line.
     *
     * @throws EOFException where the other side has hung up
     */
    JsonNode hear() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new EOFException("the other side has hung up");
        }
        return Json.tree(line);
    }

    /** Waits no longer than that for a line from now on. */
    void patience(Duration atMost) throws IOException {
        socket.setSoTimeout((int) Math.max(1, atMost.toMillis()));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
