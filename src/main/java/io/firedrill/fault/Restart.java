package io.firedrill.fault;

import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.PlainWords;
import io.firedrill.topology.Capability.Stoppable;
import io.firedrill.topology.SystemUnderDrill;

import java.util.List;

/**
 * Stops a component in good order and starts it at once. Stands for a new configuration, a rolling
 * update, a nightly restart; its image and its disk stay the same.
 */
public final class Restart implements Fault {
    @Override
    public FaultKind kind() {
        return FaultKind.onComponent(
                "restart", "stop", List.of(), "it is stopped in good order and started at once");
    }

    @Override
    public String explain(FaultSpec spec) {
        String to = PlainWords.target(spec.target());
        return to + " is stopped in good order and started at once";
    }

    @Override
    public ActiveFault aim(FaultSpec spec, SystemUnderDrill system) {
        String component = Aim.component(spec);
        Stoppable power = Aim.power(spec, system, Stoppable.class);
        Death.Deed deed = new Death.Deed(
                component, "restart " + component, () -> restart(power), power::start);
        return new Death(deed, system);
    }

    private static void restart(Stoppable power) {
        power.stop();
        power.start();
    }
}
