package io.firedrill.topology;

import eu.rekawek.toxiproxy.Proxy;

import io.firedrill.scenario.Link;

/** The Toxiproxy that sits on a link. */
public interface Relay {

    /** Names the link. */
    Link link();

    /** Gives the proxy in Toxiproxy's own client. */
    Proxy proxy();
}
