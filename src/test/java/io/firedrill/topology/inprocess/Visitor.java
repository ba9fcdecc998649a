package io.firedrill.topology.inprocess;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A client of a program, with a plain socket; says in a word what it sees. */
final class Visitor implements AutoCloseable {
    /** Long enough for an answer that comes, short enough for silence that does not end. */
    private static final int PATIENCE_MILLIS = 120;

    private final Socket socket = new Socket();

    /** Tries to connect: connected, refused or silent. */
    String connect(InetSocketAddress to) throws IOException {
        try {
            socket.connect(to, PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            return "connected";
        } catch (ConnectException refused) {
            return "refused";
        } catch (SocketTimeoutException silent) {
            return "silent";
        }
    }

    /** Asks and waits for an answer: its text, silent, reset or closed. */
    String ask() {
        try {
            socket.getOutputStream().write("how often?\n".getBytes(US_ASCII));
        } catch (IOException reset) {
            return "reset";
        }
        return hear();
    }

    /** Waits for what comes: its text, silent, reset or closed. */
    String hear() {
        try {
            byte[] words = new byte[64];
            int length = socket.getInputStream().read(words);
            return length < 0 ? "closed" : new String(words, 0, length, US_ASCII).strip();
        } catch (SocketTimeoutException silent) {
            return "silent";
        } catch (IOException reset) {
            return "reset";
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
