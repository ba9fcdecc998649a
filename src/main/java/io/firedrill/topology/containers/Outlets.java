package io.firedrill.topology.containers;

import io.firedrill.scenario.Endpoint;

import java.util.Map;
import java.util.Optional;

/**
 * How relays reach the providers outside of the system, whose places are taken in this process.
 *
 * @param network Docker's name of the network by which they do: there are no others on it
 * @param dialed provider to the address that relays dial for him
 * @param byName true where that address has Docker's own name for this machine
 */
record Outlets(String network, Map<Endpoint, String> dialed, boolean byName) {
    /** Nobody is outside. */
    static final Outlets NONE = new Outlets("", Map.of(), false);

    /** The network's key in the overlay. */
    static final String KEY = Overlay.OURS + "outside";

    /** Docker's own name for the machine that it runs on, where it is told to know it. */
    static final String MACHINE = "host.docker.internal";

    /** What tells it so. */
    static final String KNOW_MACHINE = MACHINE + ":host-gateway";

    Outlets {
        dialed = Map.copyOf(dialed);
    }

    /** Says whether nobody is outside. */
    boolean isEmpty() {
        return dialed.isEmpty();
    }

    /** Says whether a relay leads to somebody outside. */
    boolean leadsTo(RelaySite site) {
        return !site.isEntry()
                && dialed.keySet().stream()
                        .anyMatch(place -> place.component().equals(site.provider()));
    }

    /** Gives the address that relays dial for a provider; empty where he is not outside. */
    Optional<String> address(Endpoint provider) {
        return Optional.ofNullable(dialed.get(provider));
    }
}
