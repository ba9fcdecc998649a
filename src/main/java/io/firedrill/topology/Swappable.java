package io.firedrill.topology;

import java.util.Set;

/** A system whose components can be put on another image. */
public interface Swappable {
    /**
     * Replaces each component by one that is the same but for its image: name, networks, volumes,
     * environment and restart policy stay. What comes of the new one is its own matter.
     *
     * @param to the image as the scenario names it
     */
    void swap(Set<String> components, String to);

    /**
     * Replaces them by ones with the image of before; leaves alone those that have it. Idempotent.
     */
    void swapBack(Set<String> components);
}
