package io.firedrill.traffic;

import io.firedrill.scenario.Settings;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Function;

/**
 * Where a journey leads, and within what.
 *
 * @param journey its name in the system's file
 * @param address of its entry: of the relay there, which stays when the system behind it restarts
 * @param entries from the name of a further entry, as in a setting of type ENTRY, to its address
 * @param deadline bound of one whole attempt
 * @param settings what stands under {@code with}, secrets filled in
 */
public record JourneyPlace(
        String journey,
        InetSocketAddress address,
        Function<String, InetSocketAddress> entries,
        Duration deadline,
        Settings settings) {

    /** Gives the host of the address, as text without a name service. */
    public String host() {
        return address.getAddress() == null
                ? address.getHostString()
                : address.getAddress().getHostAddress();
    }

    /** Gives the port of the address. */
    public int port() {
        return address.getPort();
    }

    /** Gives the deadline as libraries take it: whole milliseconds, at least one. */
    public int millis() {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, deadline.toMillis()));
    }

    /** Never prints the settings: they may hold a secret. */
    @Override
    public String toString() {
        return "JourneyPlace[" + journey + " at " + address + "]";
    }
}
