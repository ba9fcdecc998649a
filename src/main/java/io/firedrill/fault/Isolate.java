package io.firedrill.fault;

import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.PlainWords;
import io.firedrill.topology.Separation;
import io.firedrill.topology.SystemUnderDrill;

import java.util.List;
import java.util.Set;

/**
 * Takes components off all their networks, each alone: silence on every port, in both directions,
 * for open and new connections, while they run on and names stay. Stands for a pulled cable, a
 * switch or a virtual network lost. Proved by trying every way to and from each.
 */
public final class Isolate implements Fault {
    @Override
    public FaultKind kind() {
        return FaultKind.onComponents(
                "isolate", "part", List.of(), "it runs on, and nobody reaches it nor it anybody");
    }

    @Override
    public String explain(FaultSpec spec) {
        String to = PlainWords.target(spec.target());
        return to + " is taken off all networks and runs on: silence on every port, both ways;"
                + " names stay";
    }

    @Override
    public ActiveFault aim(FaultSpec spec, SystemUnderDrill system) {
        Set<String> components = Aim.components(spec);
        String words = "take " + String.join(", ", components) + " off all networks";
        return Apart.aim(words, Separation.of(components), spec, system);
    }
}
