package io.firedrill.fault;

import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.PlainWords;
import io.firedrill.topology.Capability.Pausable;
import io.firedrill.topology.SystemUnderDrill;

import java.util.List;

/**
 * Freezes every process of a component: handshakes still complete (the kernel does them), then
 * nothing. Stands for a hang, a long collection of garbage, a stuck disk; its memory and
 * connections are kept.
 */
public final class Pause implements Fault {
    @Override
    public FaultKind kind() {
        return FaultKind.onComponent("pause", "pause", List.of(), "every process of it is frozen");
    }

    @Override
    public String explain(FaultSpec spec) {
        String to = PlainWords.target(spec.target());
        return "every process of " + to
                + " is frozen: connections are accepted, and nothing answers";
    }

    @Override
    public ActiveFault aim(FaultSpec spec, SystemUnderDrill system) {
        String component = Aim.component(spec);
        Pausable power = Aim.power(spec, system, Pausable.class);
        return new ComponentFault(
                "freeze " + component, power::pause, power::resume, () -> look(component, system));
    }

    private static Effect look(String component, SystemUnderDrill system) {
        String state = system.witness().state(component);
        Effect.State seen = switch (state) {
            case "paused" -> Effect.State.IN_EFFECT;
            case "running" -> Effect.State.ABSENT;
            default -> Effect.State.UNKNOWN;
        };
        return new Effect(seen, "docker event stream", component + " is " + state);
    }
}
