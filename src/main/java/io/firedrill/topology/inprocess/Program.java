package io.firedrill.topology.inprocess;

import java.io.IOException;

/**
 * What runs on a host. It is started anew after each death: whatever it must remember is on the
 * host's disk, and nothing is kept in fields of the program.
 */
@FunctionalInterface
public interface Program {

    /**
     * Starts it and returns; what it goes on doing it does on the host's threads.
     *
     * @throws IOException where it can not start; its process dies then
     */
    void start(Host host) throws IOException;
}
