package io.firedrill.fault;

import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.PlainWords;
import io.firedrill.topology.Capability.Crashable;
import io.firedrill.topology.SystemUnderDrill;

import java.util.List;

/**
 * Kills a component's process while its host lives; the component's own restart policy acts. Stands
 * for a segmentation fault, the kernel's out-of-memory killer, a wrong {@code kill}. Files already
 * written are kept: durability at power loss is not measured.
 */
public final class Crash implements Fault {
    @Override
    public FaultKind kind() {
        return FaultKind.onComponent(
                "crash",
                "crash",
                List.of(),
                "the process dies, the host lives, the restart policy acts");
    }

    @Override
    public String explain(FaultSpec spec) {
        String to = PlainWords.target(spec.target());
        return "the process of " + to
                + " is killed; its host lives, and its restart policy may act";
    }

    @Override
    public ActiveFault aim(FaultSpec spec, SystemUnderDrill system) {
        String component = Aim.component(spec);
        Crashable power = Aim.power(spec, system, Crashable.class);
        return new Death(
                new Death.Deed(
                        component, "kill the process of " + component, power::crash, power::revive),
                system);
    }
}
