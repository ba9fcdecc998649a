package io.firedrill.scenario;

import io.firedrill.scenario.FaultSpec.Target;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Binds components that a fault is aimed at: one, several at once, or groups of them. */
final class PartsBinder {
    private final SystemDraft system;
    private final FaultKind kind;

    PartsBinder(SystemDraft system, FaultKind kind) {
        this.system = system;
        this.kind = kind;
    }

    /** Binds one component, or the holder of a role. */
    Target one(Value value) {
        if (value.written().isEmpty() && !value.form().equals("empty")) {
            value.problem(
                    "fault '" + kind.name() + "' breaks one component at a time, and this is "
                            + value.form(),
                    "allowed: a component or a role",
                    "Write a step for each");
            return new Target.Component("");
        }
        return part(value);
    }

    /** Binds one or a list. */
    Target oneOrMore(Value value) {
        List<Target> members = value.written().isPresent() ? members(value) : List.of();
        return members.size() == 1 ? members.get(0) : several(value);
    }

    /** Binds a list of groups, of which no component may be in two. */
    Target groups(Value value) {
        List<Value> items = value.notEmpty().items();
        List<Target.Several> groups = new ArrayList<>();
        Set<Target> before = new LinkedHashSet<>();
        for (Value item : items) {
            Target.Several group = several(item);
            group.members().forEach(member -> apart(member, before, item));
            before.addAll(group.members());
            groups.add(group);
        }
        if (groups.size() == 1) {
            value.problem(
                    "fault '" + kind.name() + "' has one group only",
                    "needed: two or more, such as [[primary], [others of primary]]",
                    "");
        }
        return new Target.Groups(groups);
    }

    private Target.Several several(Value value) {
        List<Target> members = new ArrayList<>();
        for (Value item : value.notEmpty().oneOrMore()) {
            for (Target member : members(item)) {
                if (members.contains(member)) {
                    item.problem(Quote.of(member.text()) + " is listed twice", "each once", "");
                }
                members.add(member);
            }
        }
        return new Target.Several(members);
    }

    private void apart(Target member, Set<Target> others, Value group) {
        for (Target other : others) {
            Set<String> both = new TreeSet<>(candidates(member));
            both.retainAll(candidates(other));
            if (!both.isEmpty() && !complements(member, other)) {
                group.problem(
                        both.iterator().next() + " can be in two groups: as "
                                + Quote.of(other.text()) + " and as " + Quote.of(member.text()),
                        "each component in one group",
                        "A role goes with 'others of <role>'");
            }
        }
    }

    private static boolean complements(Target one, Target other) {
        return one instanceof Target.RoleHolder holder
                        && other.equals(new Target.OthersOf(holder.role()))
                || one instanceof Target.OthersOf others
                        && other.equals(new Target.RoleHolder(others.role()));
    }

    /** Names those that a member can turn out to be. */
    private Set<String> candidates(Target member) {
        if (member instanceof Target.RoleHolder holder) {
            return among(holder.role());
        }
        return member instanceof Target.OthersOf others
                ? among(others.role())
                : Set.of(member.text());
    }

    private Set<String> among(String role) {
        return Optional.ofNullable(system.spec().roles().get(role))
                .<Set<String>>map(known -> new HashSet<>(known.among()))
                .orElse(Set.of());
    }

    /**
     * The name of a service stands for each of its containers, unless it is done to all at once.
     */
    private List<Target> members(Value value) {
        List<String> containers = system.services().containers(value.written().orElse(""));
        if (containers.size() < 2 || Services.isOfTheService(kind)) {
            return List.of(member(value));
        }
        reachable(Set.copyOf(containers), value);
        return containers.stream().<Target>map(Target.Component::new).toList();
    }

    private Target member(Value value) {
        String text = value.written().orElse("");
        if (!text.startsWith(Target.OthersOf.WORDS)) {
            return part(value);
        }
        String role = text.substring(Target.OthersOf.WORDS.length()).strip();
        if (!system.spec().roles().containsKey(role)) {
            value.unknown(role, system.spec().roles().keySet(), "role");
        }
        reachable(among(role), value);
        return new Target.OthersOf(role);
    }

    private Target part(Value value) {
        String text = value.text();
        if (system.spec().roles().containsKey(text)) {
            reachable(among(text), value);
            return new Target.RoleHolder(text);
        }
        if (Notations.looksLikeLink(text)) {
            value.problem(
                    "fault '" + kind.name() + "' breaks a component, and " + Quote.of(text)
                            + " is a link",
                    TargetBinder.known("components and roles", names()),
                    "");
        } else if (system.services().has(text)) {
            reachable(Set.of(text), value);
        } else if (!outside().refused(kind, text, system.spec().links(), value)
                && !text.isEmpty()
                && system.services().complete()) {
            value.unknown(text, names(), "component or role");
        }
        return new Target.Component(text);
    }

    private Outside outside() {
        return new Outside(system.spec().channels().values());
    }

    private void reachable(Set<String> components, Value at) {
        components.stream()
                .filter(system.services()::has)
                .sorted()
                .forEach(it -> system.services().reachable(it, kind, at));
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>(system.services().names());
        names.addAll(system.spec().roles().keySet());
        return names;
    }
}
