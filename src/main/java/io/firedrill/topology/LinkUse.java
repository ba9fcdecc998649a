package io.firedrill.topology;

import io.firedrill.scenario.Link;
import io.firedrill.topology.Sighting.LinkUsed;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells which links were used by their consumers. The witness's own tries come from the consumer's
 * address as well, so a link counts as used only when more connections came than the witness began:
 * then at least one is the consumer's, however late the relay's log arrives. Safe for many threads.
 */
public final class LinkUse {
    private final Map<String, Integer> tries = new HashMap<>();
    private final Map<String, Integer> accepted = new HashMap<>();
    private final Map<String, LinkUsed> used = new LinkedHashMap<>();

    /** Notes that the witness is about to try a link. */
    public synchronized void tried(Link link) {
        tries.merge(link.toString(), 1, Integer::sum);
    }

    /**
     * Notes a connection that came from the consumer's address.
     *
     * @return the sighting, the first time that the consumer's use is certain
     */
    public synchronized Optional<LinkUsed> accepted(Link link, String from) {
        String name = link.toString();
        int count = accepted.merge(name, 1, Integer::sum);
        if (used.containsKey(name) || count <= tries.getOrDefault(name, 0)) {
            return Optional.empty();
        }
        LinkUsed sighting =
                new LinkUsed(name, "connection " + count + " to the relay came from " + from);
        used.put(name, sighting);
        return Optional.of(sighting);
    }

    /** Gives what was told so far. */
    public synchronized List<LinkUsed> all() {
        return List.copyOf(used.values());
    }
}
