package io.firedrill.systems.pocket;

import com.fasterxml.jackson.databind.JsonNode;

import io.firedrill.topology.inprocess.Network;

import java.io.IOException;
import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/** A pool of callers of the same other part, for any number of threads. */
final class Callers {
    private final Network network;
    private final String name;
    private final int port;
    private final Deque<Caller> idle = new ConcurrentLinkedDeque<>();

    Callers(Network network, String name, int port) {
        this.network = network;
        this.name = name;
        this.port = port;
    }

    /** Asks as {@link Caller#call} does, on a connection that nobody else uses meanwhile. */
    JsonNode call(Object question, Duration within) throws IOException {
        Caller caller =
                Optional.ofNullable(idle.poll()).orElseGet(() -> new Caller(network, name, port));
        try {
            return caller.call(question, within);
        } finally {
            idle.push(caller);
        }
    }
}
