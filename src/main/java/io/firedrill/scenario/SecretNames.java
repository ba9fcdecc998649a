package io.firedrill.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The secrets that a system's file names, each with the first place that does. */
final class SecretNames {
    private final Map<String, Value> places = new LinkedHashMap<>();

    /**
     * Takes a secret by its name only; the value that was written instead of it is not repeated.
     */
    String name(Value value) {
        Optional<String> name = value.written().flatMap(Notations.SECRET.parse());
        if (name.isEmpty()) {
            value.problem(
                    value.name() + " is not the name of a secret",
                    "allowed: " + Notations.SECRET.allowed(),
                    "The secret itself belongs in the environment or the env-file");
        }
        name.ifPresent(it -> places.putIfAbsent(it.substring(2, it.length() - 1), value));
        return name.orElse("");
    }

    /** Takes a text that may be the name of a secret as a whole. */
    String nameOrText(Value value) {
        boolean secret = value.written().flatMap(Notations.SECRET.parse()).isPresent();
        return secret ? name(value) : value.text();
    }

    /** Gives them by name, without {@code ${}}. */
    Map<String, Value> places() {
        return places;
    }
}
