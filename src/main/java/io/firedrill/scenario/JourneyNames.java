package io.firedrill.scenario;

import java.util.Set;

/**
 * The names that the settings of a journey may hold: those of its system.
 *
 * @param entries where customers come in
 */
record JourneyNames(Set<String> entries, SecretNames secrets) implements Names {

    @Override
    public Object bind(Setting.Type type, Value value) {
        return switch (type) {
            case ENTRY -> value.oneOf(entries, "entry");
            case SECRET -> secrets.name(value);
            default -> Names.refuse(type, value);
        };
    }
}
