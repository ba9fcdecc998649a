package io.firedrill.topology.containers;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What was built in a run: each image once. Compose writes the name of its project into what it
 * builds, so a second build gives another image, whatever the cache holds, and moves the tag to it
 * under the systems that run the first.
 */
final class Builds {
    private final Set<String> done = new HashSet<>();

    /**
     * Builds what was not built before; one build at a time. What could not be built is tried again
     * by whoever needs it next.
     *
     * @param wanted service to the tag that its build gets
     * @param build gets those services that are left; not called where there are none
     */
    synchronized void once(Map<String, String> wanted, Consumer<Map<String, String>> build) {
        Map<String, String> left = new TreeMap<>(wanted);
        left.values().removeIf(done::contains);
        if (!left.isEmpty()) {
            build.accept(left);
            done.addAll(left.values());
        }
    }
}
