package io.firedrill.topology.inprocess;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

/** A listening socket of a program. While it is frozen the kernel goes on completing handshakes. */
final class GatedListener extends ServerSocket {
    private final Life life;
    private volatile boolean accepting;

    GatedListener(Life life) throws IOException {
        this.life = life;
    }

    @Override
    public Socket accept() throws IOException {
        GatedSocket connection = new GatedSocket(life);
        life.gate().through(() -> {
            accepting = true;
            try {
                implAccept(connection);
            } finally {
                accepting = false;
            }
            connection.served();
            life.adopt(connection);
            return connection;
        });
        connection.setTcpNoDelay(true);
        return connection;
    }

    /**
     * Says whether one more connection may be taken out of the kernel's queue, also by a process
     * that was frozen meanwhile.
     */
    boolean isAccepting() {
        return accepting;
    }
}
