package io.firedrill.topology.inprocess;

import io.firedrill.topology.Witness.LinkView;
import io.firedrill.topology.Witness.Outcome;
import io.firedrill.topology.Witness.Traffic;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.LongSupplier;

/** One connection that is listened to until its end, or until its time is over. Used once. */
final class LongLook {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int MOST_AT_ONCE = 65_536;

    private final LongSupplier nanos;
    private final Duration atMost;
    private final long begin;
    private Outcome outcome = Outcome.DATA_SILENT;
    private double connected = -1;
    private double answered = -1;
    private double last = -1;
    private long sent;
    private long received;
    private int pieces;
    private boolean ended;

    LongLook(LongSupplier nanos, Duration atMost) {
        this.nanos = nanos;
        this.atMost = atMost;
        this.begin = nanos.getAsLong();
    }

    /**
     * Connects, greets and listens.
     *
     * @param hello as hexadecimal digits
     */
    LinkView at(InetSocketAddress to, String hello) {
        try (Socket socket = new Socket()) {
            socket.connect(to, (int) atMost.toMillis());
            connected = now();
            talk(socket, HexFormat.of().parseHex(hello));
            return view("");
        } catch (ConnectException refused) {
            outcome = Outcome.REFUSED;
            return view("");
        } catch (SocketTimeoutException silent) {
            outcome = connected < 0 ? Outcome.CONNECT_SILENT : outcome;
            return view("");
        } catch (IOException e) {
            outcome = Outcome.BLIND;
            return view(String.valueOf(e.getMessage()));
        }
    }

    private void talk(Socket socket, byte[] hello) throws IOException {
        try {
            socket.getOutputStream().write(hello);
            sent = hello.length;
            listen(socket, socket.getInputStream());
        } catch (SocketTimeoutException over) {
            throw over;
        } catch (IOException reset) {
            end(Outcome.RESET);
        }
    }

    private void listen(Socket socket, InputStream in) throws IOException {
        byte[] bytes = new byte[MOST_AT_ONCE];
        while (!ended && now() < atMost.toMillis()) {
            socket.setSoTimeout((int) Math.max(1, atMost.toMillis() - now()));
            int length = in.read(bytes);
            if (length < 0) {
                end(Outcome.CLOSED);
            } else {
                hear(length);
            }
        }
    }

    private void hear(int length) {
        last = now();
        answered = answered < 0 ? last : answered;
        outcome = Outcome.ANSWERED;
        received += length;
        pieces++;
    }

    private void end(Outcome how) {
        ended = true;
        if (received == 0) {
            outcome = how;
            answered = now();
        }
    }

    private double now() {
        return (nanos.getAsLong() - begin) / NANOS_PER_MILLI;
    }

    private LinkView view(String detail) {
        Traffic traffic = new Traffic(sent, received, pieces, last, ended);
        return new LinkView(outcome, connected, answered, detail, traffic);
    }
}
