package io.firedrill.topology.relay;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** What a client of a proxy sees, in words and milliseconds. */
final class Customer implements AutoCloseable {
    /** Of this many milliseconds are the delays of the faults. */
    static final int DELAY_MILLIS = 300;

    private static final int PATIENCE_MILLIS = 1_200;
    private static final int PIECES = 4;

    private final Socket socket = new Socket();

    /**
     * Something seen.
     *
     * @param words the same every time
     * @param millis when, after the last thing that was done
     */
    record Seen(String words, long millis) {
        boolean nothing() {
            return words.equals("silence");
        }
    }

    /** Connects; says whether that was refused. */
    boolean refused(int port) throws IOException {
        try {
            socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            return false;
        } catch (ConnectException e) {
            return true;
        }
    }

    void send(String line) throws IOException {
        try {
            socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return; // reading tells what happened
        }
    }

    /** Waits for an answer of so many bytes, and then for the end if there must be one. */
    Seen answer(int bytes, boolean end) {
        Seen answer = wait(bytes, PATIENCE_MILLIS);
        if (!end || !answer.words().startsWith("answered")) {
            return answer;
        }
        Seen after = wait(1, PATIENCE_MILLIS);
        return new Seen(answer.words() + "; " + after.words(), after.millis());
    }

    /** Watches for so long whether anything comes without a request. */
    Seen idle(int millis) {
        return wait(1, millis);
    }

    private Seen wait(int bytes, int patienceMillis) {
        long begun = System.nanoTime();
        long until = begun + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        byte[] buffer = new byte[bytes];
        int count = 0;
        int reads = 0;
        try {
            while (count < bytes) {
                long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                socket.setSoTimeout((int) Math.max(1, left));
                int read = socket.getInputStream().read(buffer, count, bytes - count);
                if (read < 0) {
                    return seen("end" + after(count), begun, true);
                }
                count += read;
                reads++;
            }
            return seen(reads < PIECES ? "answered" : "answered in pieces", begun, true);
        } catch (SocketTimeoutException e) {
            return seen("silence" + after(count), begun, false);
        } catch (IOException e) {
            return seen("reset" + after(count), begun, true);
        }
    }

    private static String after(int count) {
        return count == 0 ? "" : " after " + count + " bytes";
    }

    private static Seen seen(String words, long begun, boolean timed) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        String when = millis < DELAY_MILLIS * 9 / 10 ? ", at once" : ", late";
        return new Seen(timed ? words + when : words, millis);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
