package io.firedrill.observe.inbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers the last 10,000 things by name; older ones are forgotten, as providers do. */
final class Recent<V> {
    static final int MOST = 10_000;

    private final Map<String, V> kept = new LinkedHashMap<>();

    /** Keeps it, in the place of what had this name. */
    synchronized void put(String name, V value) {
        kept.remove(name);
        kept.put(name, value);
        if (kept.size() > MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    /** Gives what has this name. */
    synchronized Optional<V> find(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    /** Keeps it where nothing has this name; gives what had it. */
    synchronized Optional<V> putIfAbsent(String name, V value) {
        Optional<V> earlier = find(name);
        if (earlier.isEmpty()) {
            put(name, value);
        }
        return earlier;
    }

    /** Forgets it; says whether it was there. */
    synchronized boolean remove(String name) {
        return kept.remove(name) != null;
    }
}
