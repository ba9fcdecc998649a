package io.firedrill.topology.inprocess;

import io.firedrill.DrillException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ports of one host: each port of {@code system.yaml} has one of 127.0.0.1 for as long as the
 * system is there, listened to or not. A socket that is bound and never connected holds it: who
 * connects is refused, and nobody else is given the port meanwhile. Safe for many threads.
 */
final class Ports implements AutoCloseable {
    private final Map<Integer, Socket> held = new HashMap<>();
    private boolean closed;

    /**
     * Gives where a port is; from now on it is held.
     *
     * @throws DrillException where the host is closed: what nobody gives back is not taken
     */
    synchronized InetSocketAddress address(int port) {
        if (closed) {
            throw new DrillException("the host is closed; it has no port " + port, null);
        }
        return (InetSocketAddress) held.computeIfAbsent(port, it -> hold()).getLocalSocketAddress();
    }

    /** Gives where every port held so far is. */
    synchronized List<InetSocketAddress> all() {
        List<InetSocketAddress> all = new ArrayList<>();
        held.values().forEach(it -> all.add((InetSocketAddress) it.getLocalSocketAddress()));
        return all;
    }

    private static Socket hold() {
        try {
            Socket socket = new Socket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket;
        } catch (IOException e) {
            throw new DrillException("no port of 127.0.0.1 could be taken: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        held.values().forEach(Ports::release);
        held.clear();
    }

    private static void release(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new DrillException("a port could not be given back: " + e.getMessage(), e);
        }
    }
}
