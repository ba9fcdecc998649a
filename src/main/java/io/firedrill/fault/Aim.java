package io.firedrill.fault;

import io.firedrill.DrillException;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.Link;
import io.firedrill.topology.Capability;
import io.firedrill.topology.Component;
import io.firedrill.topology.SystemUnderDrill;

import java.util.Optional;

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
