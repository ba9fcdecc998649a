package io.firedrill.scenario;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Binds what a fault is aimed at. */
final class TargetBinder {
    private final SystemDraft system;

    TargetBinder(SystemDraft system) {
        this.system = system;
    }

    /** Binds a target of that fault's kind. */
    FaultSpec.Target bind(FaultKind kind, Value value) {
        return kind.target() == FaultKind.TargetKind.LINK ? link(kind, value) : part(kind, value);
    }

    private FaultSpec.Target link(FaultKind kind, Value value) {
        String text = value.text();
        if (!text.isEmpty() && !Notations.looksLikeLink(text)) {
            value.problem(
                    "fault '" + kind.name() + "' breaks a link, and " + Quote.of(text) + " is none",
                    known("links", linkTexts()),
                    guess(text));
            return new FaultSpec.Target.OnLink(Notations.LINK.standIn());
        }
        return new FaultSpec.Target.OnLink(listed(value));
    }

    /** Binds a link that the system lists. */
    Link listed(Value value) {
        Link link = value.as(Notations.LINK);
        boolean bound = !link.consumer().isEmpty();
        if (bound && !system.spec().links().contains(link)) {
            value.problem(
                    "unknown link " + Quote.of(link.toString()),
                    known("links", linkTexts()),
                    Guess.of(link.toString(), linkTexts()));
        }
        return link;
    }

    private FaultSpec.Target part(FaultKind kind, Value value) {
        String text = value.text();
        Map<String, SystemSpec.Role> roles = system.spec().roles();
        if (roles.containsKey(text)) {
            roles.get(text).among().stream()
                    .filter(system.services().components()::contains)
                    .forEach(holder -> system.services().reachable(holder, kind, value));
            return new FaultSpec.Target.RoleHolder(text);
        }
        if (Notations.looksLikeLink(text)) {
            value.problem(
                    "fault '" + kind.name() + "' breaks a component, and " + Quote.of(text)
                            + " is a link",
                    known("components and roles", partNames()),
                    "");
        } else if (system.services().byName().containsKey(text)) {
            system.services().reachable(text, kind, value);
        } else if (!text.isEmpty() && system.services().complete()) {
            value.unknown(text, partNames(), "component or role");
        }
        return new FaultSpec.Target.Component(text);
    }

    private Set<String> partNames() {
        Set<String> names = new TreeSet<>(system.spec().components());
        names.addAll(system.spec().roles().keySet());
        return names;
    }

    private List<String> linkTexts() {
        return system.spec().links().stream().map(Link::toString).sorted().toList();
    }

    private String guess(String text) {
        return linkTexts().stream()
                .filter(link -> link.startsWith(text + " ->"))
                .findFirst()
                .map(link -> "Did you mean " + Quote.of(link) + "?")
                .orElse("");
    }

    private static String known(String what, Iterable<String> names) {
        String all = String.join(", ", names);
        return all.isEmpty() ? "there are no " + what : what + ": " + all;
    }
}
