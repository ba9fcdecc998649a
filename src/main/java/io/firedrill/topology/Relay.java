package io.firedrill.topology;

import eu.rekawek.toxiproxy.Proxy;

import io.firedrill.DrillException;
import io.firedrill.scenario.Link;

import java.io.IOException;

/** The Toxiproxy that sits on a link. */
public interface Relay {

    /** Names the link. */
    Link link();

    /** Gives the proxy in Toxiproxy's own client. */
    Proxy proxy();

    /**
     * Closes the listener, so that new connections are refused, and keeps it closed whatever
     * becomes of the provider, until {@link #release}. Idempotent.
     */
    default void hold() {
        try {
            proxy().disable();
        } catch (IOException e) {
            throw new DrillException("the relay of '" + link() + "' could not be closed", e);
        }
    }

    /** Gives the listener back: open where the provider lives. Idempotent. */
    default void release() {
        try {
            proxy().enable();
        } catch (IOException e) {
            throw new DrillException("the relay of '" + link() + "' could not be opened", e);
        }
    }
}
