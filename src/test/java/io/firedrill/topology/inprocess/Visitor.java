package io.firedrill.topology.inprocess;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A client of a program, with a plain socket; says in a word what it sees. */
final class Visitor implements AutoCloseable {
    /** How long an answer may take on a busy machine. */
    private static final int ANSWER_MILLIS = 5000;
    /** How long nothing must come before it counts as silence. */
    private static final int SILENCE_MILLIS = 120;

    private final Socket socket = new Socket();

    /** Tries to connect: connected, refused or silent. */
    String connect(InetSocketAddress to) throws IOException {
        try {
            socket.connect(to, SILENCE_MILLIS);
            return "connected";
        } catch (ConnectException refused) {
            return "refused";
        } catch (SocketTimeoutException silent) {
            return "silent";
        }
    }

    /** Asks and waits for the answer: its text, reset or closed. */
    String ask() {
        return ask(ANSWER_MILLIS);
    }

    /** Asks, and gives up soon: silent, where nothing came until then. */
    String askInVain() {
        return ask(SILENCE_MILLIS);
    }

    private String ask(int patienceMillis) {
        try {
            socket.setSoTimeout(patienceMillis);
            socket.getOutputStream().write("how often?\n".getBytes(US_ASCII));
        } catch (IOException reset) {
            return "reset";
        }
        return listen();
    }

    /** Waits for what comes: its text, reset or closed. */
    String hear() throws IOException {
        socket.setSoTimeout(ANSWER_MILLIS);
        return listen();
    }

    private String listen() {
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
