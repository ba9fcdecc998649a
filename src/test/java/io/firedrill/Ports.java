package io.firedrill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports on which nobody else turns up while a test says that nobody listens. One that a kernel has
 * just got back it gives to the next who asks, in a JVM beside this one as well.
 */
public final class Ports {
    /** Below those that kernels hand out, above those that services have. */
    private static final int FIRST = 15_000;

    private static final int END = 30_000;
    private static final int TRIES = 100;

    private Ports() {}

    /** Gives a port of 127.0.0.1 that is free, and is not handed out by the kernel. */
    public static int free() {
        for (int tries = 0; tries < TRIES; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            try (Socket socket = new Socket()) {
                socket.bind(new InetSocketAddress("127.0.0.1", port));
                return port;
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IllegalStateException("no port is free between " + FIRST + " and " + END);
    }

    /** Holds a port of 127.0.0.1 on which nobody listens, until it is closed. */
    public static Socket refusing() {
        try {
            Socket held = new Socket();
            held.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
            return held;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
