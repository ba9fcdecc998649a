package io.firedrill.observe.inbox;

import io.firedrill.journal.DrillClock;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** What a stranger says and is told, with a bound for each line and each wait. */
final class Wire {
    private static final int BUFFER = 8_192;
    private static final Duration HEAR_OUT = Duration.ofSeconds(2);
    private static final long HEAR_OUT_READS = 10_000;

    private final Socket socket;
    private final DrillClock clock;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private long deadline;

    Wire(Socket socket, DrillClock clock) throws IOException {
        this.socket = socket;
        this.clock = clock;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /** Says that a line was longer than allowed; it was read to its end and thrown away. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        private TooLong(int atMost) {
            super("line longer than " + atMost + " bytes");
        }
    }

    /** Gives a time within which all that is read next has to come, however slowly it trickles. */
    void within(Duration time) {
        deadline = clock.nanos() + time.toNanos();
    }

    /**
     * Reads one byte; -1 at the end.
     *
     * @throws SocketTimeoutException where the time is over
     */
    int read() throws IOException {
        if (at == end && !fill()) {
            return -1;
        }
        return buffer[at++] & 0xFF;
    }

    private boolean fill() throws IOException {
        long left = Duration.ofNanos(deadline - clock.nanos()).toMillis();
        if (left <= 0) {
            throw new SocketTimeoutException("too slow");
        }
        socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    /**
     * Reads a line, without its end; empty where the stranger has gone.
     *
     * @throws TooLong where it is longer than that many bytes
     */
    Optional<String> line(int atMost) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int length = 0;
        for (int one = read(); one != '\n'; one = read()) {
            if (one < 0) {
                return Optional.empty();
            }
            if (length++ < atMost) {
                line.write(one);
            }
        }
        if (length > atMost) {
            throw new TooLong(atMost);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }

    /** Says whether more came than was read so far. */
    boolean ahead() {
        return at < end;
    }

    /** Tells the stranger something, as it is. */
    void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /**
     * Ends the own side and hears the stranger out, up to a bound: to close while he still talks
     * would take the answer away from him.
     */
    void hearOut() throws IOException {
        socket.shutdownOutput();
        within(HEAR_OUT);
        for (long left = HEAR_OUT_READS; left > 0 && read() >= 0; left--) {
            at = end; // what is in the buffer is not looked at
        }
    }

    Socket socket() {
        return socket;
    }
}
