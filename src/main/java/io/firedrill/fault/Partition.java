package io.firedrill.fault;

import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.PlainWords;
import io.firedrill.topology.Separation;
import io.firedrill.topology.SystemUnderDrill;

import java.util.List;
import java.util.Set;

/**
 * Parts groups of components: silence between members of different groups, on every port and in
 * both directions, for open and new connections; within a group, and for who is in none, all stays.
 * Stands for a line lost between two rooms, a wrong rule of a firewall. Proved by trying every way
 * between the groups.
 */
public final class Partition implements Fault {
    @Override
    public FaultKind kind() {
        return FaultKind.onGroups(
                "partition", "part", List.of(), "groups of components do not reach each other");
    }

    @Override
    public String explain(FaultSpec spec) {
        String to = PlainWords.target(spec.target());
        return to + ": nothing passes between them any more, on any port; names stay";
    }

    @Override
    public ActiveFault aim(FaultSpec spec, SystemUnderDrill system) {
        List<Set<String>> groups = Aim.groups(spec);
        String words = "part " + spec.target().text();
        return Apart.aim(words, Separation.between(groups), spec, system);
    }
}
