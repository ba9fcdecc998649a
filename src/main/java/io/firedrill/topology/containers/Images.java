package io.firedrill.topology.containers;

/** The images that Firedrill itself needs. */
final class Images {
    /** Tools to break, heal and probe: iptables, nsenter, probe. */
    static final String HANDS = "firedrill/hands:1";
    /** The relay. */
    static final String TOXIPROXY = "ghcr.io/shopify/toxiproxy:2.12.0";

    private Images() {}
}
