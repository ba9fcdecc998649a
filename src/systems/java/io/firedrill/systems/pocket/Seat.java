package io.firedrill.systems.pocket;

import io.firedrill.topology.inprocess.Host;

/**
 * Where a part of the bank stands.
 *
 * @param host its machine
 * @param times how long things take
 */
record Seat(Host host, Times times) {
    String name() {
        return host.name();
    }

    /** Makes a caller of another part. */
    Caller caller(String name, int port) {
        return new Caller(host.network(), name, port);
    }
}
