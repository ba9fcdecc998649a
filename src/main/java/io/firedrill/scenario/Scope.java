package io.firedrill.scenario;

import java.util.Set;
import java.util.TreeSet;

/**
 * The names that a drill may use.
 *
 * @param customers the journeys that have customers in the drill
 * @param called the names of the faults that are injected
 */
record Scope(Vocabulary vocabulary, SystemDraft system, Set<String> customers, Set<String> called) {

    /** Binds the name of a journey that has customers, without whom nothing is measured. */
    String journey(Value value) {
        String name = value.oneOf(system.spec().journeys().keySet(), "journey");
        boolean served = customers.isEmpty() || customers.contains(name);
        if (system.spec().journeys().containsKey(name) && !served) {
            value.problem(
                    "journey " + Quote.of(name) + " has no customers in this drill",
                    "with customers: "
                            + String.join(", ", customers.stream().sorted().toList()),
                    "");
        }
        return name;
    }

    /** Binds the name of a component, or of a fault that stands for its target. */
    String component(Value value) {
        String name = value.text();
        boolean named = called.contains(name) || system.services().byName().containsKey(name);
        if (named && !called.contains(name)) {
            system.services().single(name, value);
        } else if (!named && !name.isEmpty() && system.services().complete()) {
            Set<String> names = new TreeSet<>(system.services().components());
            names.addAll(called);
            value.unknown(name, names, "component or fault");
        }
        return name;
    }
}
