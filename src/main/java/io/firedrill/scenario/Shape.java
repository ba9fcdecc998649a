package io.firedrill.scenario;

import java.util.List;
import java.util.stream.Stream;

/**
 * The keys of a mapping.
 *
 * @param noun what the mapping is, with its article: {@code a journey}
 */
record Shape(String noun, List<String> required, List<String> optional) {

    /** Tells whether the key is one of them. */
    boolean knows(String key) {
        return required.contains(key) || optional.contains(key);
    }

    /** Gives every key, in alphabetical order. */
    List<String> known() {
        return Stream.concat(required.stream(), optional.stream()).sorted().toList();
    }
}
