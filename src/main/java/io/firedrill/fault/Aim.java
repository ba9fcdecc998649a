package io.firedrill.fault;

import io.firedrill.DrillException;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.Link;
import io.firedrill.topology.Capability;
import io.firedrill.topology.Component;
import io.firedrill.topology.SystemUnderDrill;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a fault is aimed at in a running system. What is not there, or can not be done, is a
 * {@link DrillException} that names it.
 */
public final class Aim {
    private Aim() {}

    /** Names the component that a fault is aimed at. */
    public static String component(FaultSpec spec) {
        if (spec.target() instanceof FaultSpec.Target.Component target) {
            return target.name();
        }
        throw new DrillException(
                "fault '" + spec.kind() + "' needs a component, but is aimed at " + spec.target());
    }

    /** Gives the names of one or several. */
    static Set<String> components(FaultSpec spec) {
        if (spec.target() instanceof FaultSpec.Target.Several several) {
            Set<String> names = new LinkedHashSet<>();
            several.members().forEach(member -> names.add(member.text()));
            return names;
        }
        return Set.of(component(spec));
    }

    /** Gives the names in each group. */
    static List<Set<String>> groups(FaultSpec spec) {
        if (spec.target() instanceof FaultSpec.Target.Groups groups) {
            return groups.groups().stream()
                    .map(group -> components(new FaultSpec(spec.kind(), group, spec.settings())))
                    .toList();
        }
        throw new DrillException(
                "fault '" + spec.kind() + "' needs groups, but is aimed at " + spec.target());
    }

    /** Gives what a system, or its witness, can do besides what all can. */
    static <T> T able(FaultSpec spec, Object system, Class<T> power) {
        if (power.isInstance(system)) {
            return power.cast(system);
        }
        throw new DrillException("fault '" + spec.kind() + "' can not be done to this system");
    }

    /** Gives the link that a fault is aimed at. */
    public static Link link(FaultSpec spec) {
        if (spec.target() instanceof FaultSpec.Target.OnLink target) {
            return target.link();
        }
        throw new DrillException(
                "fault '" + spec.kind() + "' needs a link, but is aimed at " + spec.target());
    }

    /** Gives the power over its target that a fault can not do without. */
    public static <C extends Capability> C power(
            FaultSpec spec, SystemUnderDrill system, Class<C> capability) {
        String name = component(spec);
        return system.components().stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .map(component -> power(component, spec, capability))
                .orElseThrow(() -> new DrillException(
                        "fault '" + spec.kind() + "': component '" + name + "' is not there"));
    }

    /** Finds a capability that a fault can do without. */
    public static <C extends Capability> Optional<C> find(
            FaultSpec spec, SystemUnderDrill system, Class<C> capability) {
        String name = component(spec);
        return system.components().stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .flatMap(component -> component.as(capability));
    }

    private static <C extends Capability> C power(
            Component component, FaultSpec spec, Class<C> capability) {
        return component
                .as(capability)
                .orElseThrow(() -> new DrillException("fault '" + spec.kind() + "': component '"
                        + component.name() + "' can not do that here"));
    }
}
