package io.firedrill.scenario;

import java.util.Set;

/**
 * The names that the settings of a journey may hold: those of its system.
 *
 * @param entries where customers come in
 */
record JourneyNames(Set<String> entries, SecretNames secrets) implements Names {

    @Override
    public String journey(Value value) {
        throw ofADrill("a journey");
    }

    @Override
    public String component(Value value) {
        throw ofADrill("a component");
    }

    @Override
    public String entry(Value value) {
        return value.oneOf(entries, "entry");
    }

    @Override
    public String role(Value value) {
        throw ofADrill("a role");
    }

    @Override
    public String secret(Value value) {
        return secrets.name(value);
    }

    /** {@link JourneyKind} lets no such setting be. */
    private static IllegalStateException ofADrill(String what) {
        return new IllegalStateException("a setting of a journey names " + what);
    }
}
