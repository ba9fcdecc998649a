package io.firedrill.fault;

import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.PlainWords;
import io.firedrill.topology.Capability.Stoppable;
import io.firedrill.topology.SystemUnderDrill;

import java.util.List;

/**
 * Stops a component in good order: its process is asked to end, and killed when its grace is over.
 * Stands for maintenance, a scale-down, an operator's mistake; its restart policy does not act.
 */
public final class Stop implements Fault {
    @Override
    public FaultKind kind() {
        return FaultKind.onComponent(
                "stop", "stop", List.of(), "it is stopped in good order, and stays so");
    }

    @Override
    public String explain(FaultSpec spec) {
        String to = PlainWords.target(spec.target());
        return to + " is stopped in good order and stays so; no restart policy acts";
    }

    @Override
    public ActiveFault aim(FaultSpec spec, SystemUnderDrill system) {
        String component = Aim.component(spec);
        Stoppable power = Aim.power(spec, system, Stoppable.class);
        return new ComponentFault(
                "stop " + component, power::stop, power::start, () -> look(component, system));
    }

    private static Effect look(String component, SystemUnderDrill system) {
        String state = system.witness().state(component);
        Effect.State seen = switch (state) {
            case "exited", "created" -> Effect.State.IN_EFFECT;
            case "running" -> Effect.State.ABSENT;
            default -> Effect.State.UNKNOWN;
        };
        return new Effect(seen, "docker event stream", component + " is " + state);
    }
}
