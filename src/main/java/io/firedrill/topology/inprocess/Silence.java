package io.firedrill.topology.inprocess;

import io.firedrill.DrillException;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes ports silent to new connections. A kernel drops what asks for a connection while the queue
 * of those accepted for the listener is full; so somebody must listen who does not accept, and the
 * queue is filled.
 */
final class Silence implements AutoCloseable {
    /** A handshake on this machine takes a tenth of a millisecond. */
    private static final int SILENT_MILLIS = 25;
    /** One handshake may be late on a busy machine; so many in a row are not. */
    private static final int IN_A_ROW = 2;

    private static final int MOST = 4 * Network.BACKLOG;

    private final List<AutoCloseable> sockets = new ArrayList<>();

    /**
     * Wakes whoever waits for a connection to a port: frozen while it waited, it takes one all the
     * same, and would make room in a queue that is full already.
     */
    void knock(InetSocketAddress port) {
        Socket socket = new Socket();
        sockets.add(socket);
        try {
            socket.connect(port, SILENT_MILLIS);
        } catch (IOException nobodyListens) {
            // Nobody is to be woken then; the socket is closed with the others.
            return;
        }
    }

    /**
     * Makes a port silent.
     *
     * @throws DrillException where it goes on accepting
     */
    void fall(InetSocketAddress port) {
        listen(port);
        int silent = 0;
        for (int i = 0; i < MOST && silent < IN_A_ROW; i++) {
            silent = accepts(port) ? 0 : silent + 1;
        }
        if (silent < IN_A_ROW) {
            throw new DrillException(port + " goes on accepting after " + MOST + " connections;"
                    + " this kernel does not drop what it can not queue");
        }
    }

    /** Listens where nobody does. */
    private void listen(InetSocketAddress port) {
        try {
            ServerSocket listener = new ServerSocket();
            sockets.add(listener);
            listener.setReuseAddress(true);
            listener.bind(port, 1);
        } catch (IOException taken) {
            // Its own program listens there, and is frozen; ours is closed with the others.
            return;
        }
    }

    private boolean accepts(InetSocketAddress port) {
        Socket socket = new Socket();
        sockets.add(socket);
        try {
            socket.connect(port, SILENT_MILLIS);
            return true;
        } catch (SocketTimeoutException silent) {
            return false;
        } catch (IOException e) {
            throw new DrillException(port + " could not be made silent: " + e.getMessage(), e);
        }
    }

    /** Lets go of them: who is in a queue is reset. */
    @Override
    public void close() {
        for (AutoCloseable socket : sockets) {
            try {
                socket.close();
            } catch (Exception e) {
                throw new DrillException("a silent port could not be given back", e);
            }
        }
    }
}
