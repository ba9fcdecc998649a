package io.firedrill.topology.relay;

import java.util.Locale;
import java.util.Optional;

/** The two directions of a connection, in the order in which the API lists their toxics. */
enum Stream {
    /** From the client to the provider. */
    UPSTREAM,
    /** From the provider to the client. */
    DOWNSTREAM;

    /** Reads the API's word, in any case. */
    static Optional<Stream> of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "upstream" -> Optional.of(UPSTREAM);
            case "downstream" -> Optional.of(DOWNSTREAM);
            default -> Optional.empty();
        };
    }
}
