package io.firedrill.topology.inprocess;

import java.io.IOException;
import java.net.Socket;

/** Serves one connection, on a thread of its own. */
@FunctionalInterface
public interface Service {

    /**
     * Serves a connection until it is done with it; the host closes it then.
     *
     * @throws IOException where the other side went away; nobody minds
     */
    void serve(Socket connection) throws IOException;
}
