package io.firedrill.topology.inprocess;

import io.firedrill.scenario.Endpoint;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/**
 * The sockets of a process. All of them are real ones on 127.0.0.1; names and ports are those of
 * {@code system.yaml}, and where they lead to is found out at each dial, as by a name service.
 */
public final class Network {
    /** How many connections the kernel accepts for a process that does not. */
    static final int BACKLOG = 64;

    private final Life life;
    private final Ports ports;
    private final Directory directory;

    Network(Life life, Ports ports, Directory directory) {
        this.life = life;
        this.ports = ports;
        this.directory = directory;
    }

    /**
     * Listens on a port from now on; each connection is served on a thread of its own.
     *
     * @throws IOException where the port is in use
     */
    public void serve(int port, Service service) throws IOException {
        life.gate().pass();
        GatedListener listener = new GatedListener(life);
        life.adopt(listener);
        listener.setReuseAddress(true);
        listener.bind(ports.address(port), BACKLOG);
        life.run(() -> acceptAll(listener, service));
    }

    /**
     * Connects to a port of another component.
     *
     * @param within how long the handshake may take
     * @return a connection without a time limit on its reads: set one
     * @throws IOException where nobody listens there, or nobody answers in time
     */
    public Socket dial(String component, int port, Duration within) throws IOException {
        Endpoint to = new Endpoint(component, port);
        GatedSocket connection = new GatedSocket(life);
        try {
            connection.connect(directory.find(life.name(), to), (int) within.toMillis());
            connection.setTcpNoDelay(true);
            return connection;
        } catch (IOException refused) {
            connection.close();
            throw refused;
        }
    }

    private void acceptAll(GatedListener listener, Service service) {
        while (!listener.isClosed()) {
            try {
                Socket connection = listener.accept();
                life.run(() -> serve(connection, service));
            } catch (IOException notAccepted) {
                // The other side went away in its handshake; the next one is waiting.
                life.gate().pass();
            }
        }
    }

    private static void serve(Socket connection, Service service) {
        try (connection) {
            service.serve(connection);
        } catch (IOException wentAway) {
            // The connection is closed, which is all that can be done about it.
            return;
        }
    }
}
