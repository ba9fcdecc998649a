package io.firedrill.topology.relay;

import java.net.InetSocketAddress;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What a relay is started with.
 *
 * @param nanos a monotonic clock in nanoseconds
 * @param port of the API; 0 for one that is free
 * @param random what toxicity, jitter and slices are thrown with; used on one thread only
 * @param arrivals told of each accepted connection
 */
public record RelaySettings(
        LongSupplier nanos, int port, RandomGenerator random, Arrivals arrivals) {

    /** Creates settings for a free port and nobody who is told. */
    public RelaySettings(LongSupplier nanos) {
        this(nanos, 0, RandomGenerator.getDefault(), (proxy, client) -> {});
    }

    /** Gives the same, but for who is told. */
    public RelaySettings with(Arrivals other) {
        return new RelaySettings(nanos, port, random, other);
    }

    /** Who is told of accepted connections: the line "Accepted client" of the real one's log. */
    @FunctionalInterface
    public interface Arrivals {
        /**
         * Takes note. Called on the thread that moves all bytes, so it must not block.
         *
         * @param proxy its name
         * @param client where the connection came from
         */
        void accepted(String proxy, InetSocketAddress client);
    }
}
