package io.firedrill.run;

import io.firedrill.journal.Journal;
import io.firedrill.scenario.FaultSpec.Target;
import io.firedrill.scenario.Scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the components that the target of a fault stands for at a moment. */
final class Targets {
    private final Scenario scenario;
    private final Roles roles;

    Targets(Scenario scenario, Journal journal) {
        this.scenario = scenario;
        this.roles = new Roles(scenario, journal);
    }

    /**
     * Gives the target without roles; empty where a role that it names has not exactly one holder,
     * or where that leaves nobody in a group.
     */
    Optional<Target> resolve(Target target, long now) {
        if (target instanceof Target.RoleHolder holder) {
            return holder(holder.role(), now).map(Target.Component::new);
        }
        if (target instanceof Target.Groups groups) {
            return groups(groups, now);
        }
        if (target instanceof Target.Several || target instanceof Target.OthersOf) {
            return several(List.of(target), now).map(Target.class::cast);
        }
        return Optional.of(target);
    }

    private Optional<Target> groups(Target.Groups groups, long now) {
        List<Target.Several> found = new ArrayList<>();
        for (Target.Several group : groups.groups()) {
            several(group.members(), now).ifPresent(found::add);
        }
        return found.size() == groups.groups().size()
                ? Optional.of(new Target.Groups(found))
                : Optional.empty();
    }

    private Optional<Target.Several> several(List<Target> members, long now) {
        Set<Target> found = new LinkedHashSet<>();
        for (Target member : members) {
            Optional<List<String>> names = names(member, now);
            if (names.isEmpty()) {
                return Optional.empty();
            }
            names.get().forEach(name -> found.add(new Target.Component(name)));
        }
        return Optional.of(new Target.Several(List.copyOf(found)))
                .filter(several -> !several.members().isEmpty());
    }

    private Optional<List<String>> names(Target member, long now) {
        if (member instanceof Target.Several several) {
            return several(several.members(), now)
                    .map(found -> found.members().stream().map(Target::text).toList());
        }
        if (member instanceof Target.OthersOf others) {
            return holder(others.role(), now)
                    .map(holder -> among(others.role())
                            .filter(name -> !name.equals(holder))
                            .toList());
        }
        return resolve(member, now).map(component -> List.of(component.text()));
    }

    private Stream<String> among(String role) {
        return Optional.ofNullable(scenario.system().roles().get(role)).stream()
                .flatMap(known -> known.among().stream());
    }

    private Optional<String> holder(String role, long now) {
        Set<String> holders = roles.holders(role, now);
        return holders.size() == 1 ? Optional.of(holders.iterator().next()) : Optional.empty();
    }
}
