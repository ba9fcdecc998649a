package io.firedrill.observe.inbox;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Puts what a recipient reads together. */
final class Texts {
    private Texts() {}

    /** Puts parts on lines of their own; blank ones are left out. */
    static String lines(String... parts) {
        return Arrays.stream(parts)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
