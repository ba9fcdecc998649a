package io.firedrill.scenario;

import java.util.List;

/** Binds what a fault is aimed at. */
final class TargetBinder {
    private final SystemDraft system;

    TargetBinder(SystemDraft system) {
        this.system = system;
    }

    /** Binds a target of that fault's kind. */
    FaultSpec.Target bind(FaultKind kind, Value value) {
        PartsBinder parts = new PartsBinder(system, kind);
        return switch (kind.target()) {
            case LINK -> link(kind, value);
            case COMPONENT -> parts.one(value);
            case COMPONENTS -> parts.oneOrMore(value);
            case GROUPS -> parts.groups(value);
        };
    }

    private FaultSpec.Target link(FaultKind kind, Value value) {
        String text = value.text();
        if (!text.isEmpty() && !Notations.looksLikeLink(text)) {
            noLink(kind, text, value);
            return new FaultSpec.Target.OnLink(Notations.LINK.standIn());
        }
        return new FaultSpec.Target.OnLink(listed(value));
    }

    private void noLink(FaultKind kind, String text, Value value) {
        Outside outside = new Outside(system.spec().channels().values());
        boolean component = system.services().has(text);
        if (component || !outside.refused(kind, text, system.spec().links(), value)) {
            value.problem(
                    "fault '" + kind.name() + "' breaks a link, and " + Quote.of(text) + " is none",
                    known("links", linkTexts()),
                    guess(text));
        }
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

    static String known(String what, Iterable<String> names) {
        String all = String.join(", ", names);
        return all.isEmpty() ? "there are no " + what : what + ": " + all;
    }
}
