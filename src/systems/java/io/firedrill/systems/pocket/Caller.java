package io.firedrill.systems.pocket;

import com.fasterxml.jackson.databind.JsonNode;
import io.firedrill.topology.inprocess.Network;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks one other part of the bank, and keeps the connection for the next question. Every question
 * of this bank may be asked twice, so one that met a connection that had died while it was idle is
 * asked again on a new one. Used by one thread at a time.
 */
final class Caller {
    private final Network network;
    private final String name;
    private final int port;
    private @Nullable Line line;

    Caller(Network network, String name, int port) {
        this.network = network;
        this.name = name;
        this.port = port;
    }

    /**
     * Asks, and gives the answer.
     *
     * @param within how long a connection, and then the answer, may take
     * @throws IOException where there is none in time
     */
    synchronized JsonNode call(Object question, Duration within) throws IOException {
        boolean kept = line != null;
        try {
            return Reply.read(exchange(question, within));
        } catch (SocketTimeoutException late) {
            hangUp();
            throw new Unavailable("no answer from " + name + " in " + within.toMillis() + " ms");
        } catch (Unavailable answered) {
            throw answered;
        } catch (IOException broken) {
            hangUp();
            if (kept) {
                return call(question, within);
            }
            throw broken;
        }
    }

    private JsonNode exchange(Object question, Duration within) throws IOException {
        Line open = line;
        if (open == null) {
            open = new Line(network.dial(name, port, within));
            line = open;
        }
        open.patience(within);
        open.say(question);
        return open.hear();
    }

    /** Ends the connection, so that the next question finds out anew where the other part is. */
    synchronized void hangUp() throws IOException {
        Line open = line;
        if (open != null) {
            line = null;
            open.close();
        }
    }
}
