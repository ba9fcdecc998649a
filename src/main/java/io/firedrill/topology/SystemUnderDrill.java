package io.firedrill.topology;

import io.firedrill.scenario.Link;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Consumer;

/** A system while it runs. Closing it removes all of it and is safe to do twice. */
public interface SystemUnderDrill extends AutoCloseable {

    /** Gives every component that is there, in the order of the Compose file. */
    List<Component> components();

    /** Says where customers come in: an address of a relay, which stays when the entry restarts. */
    InetSocketAddress entry(String name);

    /**
     * Gives the relay of a link, or of an entry under its link {@code customers -> component:port}.
     */
    Relay relay(Link link);

    /** Gives the witness, whose code the injectors do not share. */
    Witness witness();

    /** Hands every sighting from now on to the listener, until the system is closed. */
    void watch(Consumer<Sighting> listener);

    @Override
    void close();
}
