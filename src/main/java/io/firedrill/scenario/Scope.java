package io.firedrill.scenario;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that a drill may use.
 *
 * @param customers the journeys that have customers in the drill
 * @param called the faults that are injected, name to target
 */
record Scope(
        Vocabulary vocabulary,
        SystemDraft system,
        Set<String> customers,
        Map<String, FaultSpec.Target> called)
        implements Names {

    @Override
    public Object bind(Setting.Type type, Value value) {
        return switch (type) {
            case JOURNEY -> journey(value);
            case COMPONENT -> component(value);
            case FAULT -> value.oneOf(called.keySet(), "fault");
            case ENTRY -> value.oneOf(system.spec().entries().keySet(), "entry");
            case ROLE -> value.oneOf(system.spec().roles().keySet(), "role");
            case IMAGE -> image(value);
            default -> Names.refuse(type, value);
        };
    }

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
        FaultSpec.Target target = called.get(name);
        if (target != null) {
            requireOne(name, target, value);
        } else if (system.services().has(name)) {
            system.services().single(name, value);
        } else if (!name.isEmpty() && system.services().complete()) {
            Set<String> names = new TreeSet<>(system.services().names());
            names.addAll(called.keySet());
            value.unknown(name, names, "component or fault");
        }
        return name;
    }

    private void requireOne(String fault, FaultSpec.Target target, Value value) {
        if (!isOne(target)) {
            value.problem(
                    "fault " + Quote.of(fault) + " breaks several components: " + target.text(),
                    "a component, or a fault that breaks one, or whose first group is one",
                    "Name the component itself");
        }
    }

    private boolean isOne(FaultSpec.Target target) {
        if (target instanceof FaultSpec.Target.Groups groups) {
            return !groups.groups().isEmpty() && isOne(groups.groups().get(0));
        }
        if (target instanceof FaultSpec.Target.Several several) {
            return several.members().size() == 1 && isOne(several.members().get(0));
        }
        return !(target instanceof FaultSpec.Target.OthersOf others)
                || Optional.ofNullable(system.spec().roles().get(others.role()))
                        .map(role -> role.among().size() <= 2)
                        .orElse(true);
    }

    /** Binds an image: that of a service, or a reference which says which one by tag or digest. */
    String image(Value value) {
        String text = value.text();
        if (text.contains(":") || text.contains("@")) {
            return value.as(Notations.IMAGE);
        }
        Set<String> services = new TreeSet<>(system.services().byName().keySet());
        if (!text.isEmpty() && system.services().complete() && !services.contains(text)) {
            value.problem(
                    "unknown image " + Quote.of(text),
                    "a service of the Compose files (" + String.join(", ", services)
                            + "), or an image with its tag, such as portal:2.6",
                    Guess.of(text, services));
        }
        return text;
    }
}
