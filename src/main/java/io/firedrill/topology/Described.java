package io.firedrill.topology;

import java.util.Map;

/** A system that can tell how it was run, for the evidence. */
public interface Described {

    /** Gives facts of how it was run, name to value: times, addresses, limits. */
    Map<String, String> facts();

    /** Gives the text of its definition as it was run, without secrets. */
    String definition();
}
