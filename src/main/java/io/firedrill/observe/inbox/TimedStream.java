package io.firedrill.observe.inbox;

import io.firedrill.journal.DrillClock;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The bytes of one connection. Knows when they came, gives up a request that takes too long,
 * however steadily it trickles, and takes half a request for an error: not for a short one.
 */
final class TimedStream extends InputStream {
    private final Socket socket;
    private final InputStream in;
    private final DrillClock clock;
    private long lastCame;
    private long began;
    private long deadline;
    private boolean within;

    TimedStream(Socket socket, DrillClock clock) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.clock = clock;
    }

    /** Waits for a request from now on, at most so long. */
    void betweenRequests(Duration atMost) {
        within = false;
        deadline = clock.nanos() + atMost.toNanos();
    }

    /**
     * Reads a request from now on, at most so long; its first byte is one of those that came last.
     */
    void withinRequest(Duration atMost) {
        within = true;
        began = lastCame;
        deadline = clock.nanos() + atMost.toNanos();
    }

    /** Gives when the first byte of this request was read. */
    long began() {
        return began;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - clock.nanos());
        if (left <= 0) {
            throw new SocketTimeoutException("no whole request in time");
        }
        socket.setSoTimeout((int) left);
        int read = in.read(bytes, offset, length);
        lastCame = clock.nanos();
        if (read < 0 && within) {
            throw new EOFException("half a request");
        }
        return read;
    }
}
