package io.firedrill.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Binds one {@code inject}. */
final class InjectBinder {
    private final Scope scope;

    InjectBinder(Scope scope) {
        this.scope = scope;
    }

    /** A fault with its name and the place where the name is given. */
    record Named(String called, Value place, FaultSpec fault, FaultKind kind) {
        /** Gives the steps that are played for it. */
        List<Step> steps(Trigger when) {
            return kind.expansion().apply(new Step.Inject(when, called, fault));
        }
    }

    /** Binds the fault; empty where it is none that is known. */
    Optional<Named> bind(Value value) {
        List<Entry> entries = value.notEmpty().entries();
        List<Entry> faults =
                entries.stream().filter(entry -> kind(entry).isPresent()).toList();
        if (faults.size() > 1) {
            Value second = faults.get(1).key();
            second.problem(
                    "a second fault, " + Quote.of(second.text()) + ", in one 'inject'",
                    "one fault for each step",
                    "");
        }
        if (faults.isEmpty()) {
            entries.stream()
                    .filter(entry -> !entry.key().written().orElse("called").equals("called"))
                    .findFirst()
                    .ifPresentOrElse(this::unknown, () -> nothing(value, entries));
            return Optional.empty();
        }
        return Optional.of(named(value, faults));
    }

    private static void nothing(Value value, List<Entry> entries) {
        if (!entries.isEmpty()) {
            value.problem("'inject' names no fault", "needed: <fault>: <target>", "");
        }
    }

    private void unknown(Entry entry) {
        List<String> names =
                scope.vocabulary().faults().stream().map(FaultKind::name).toList();
        entry.key().unknown(entry.key().text(), names, "fault");
    }

    private Optional<FaultKind> kind(Entry entry) {
        String word = entry.key().written().orElse("");
        return scope.vocabulary().faults().stream()
                .filter(it -> it.name().equals(word))
                .findFirst();
    }

    private Named named(Value value, List<Entry> faults) {
        Entry entry = faults.get(0);
        FaultKind kind = kind(entry).orElseThrow();
        Fields fields = value.fields(shape(kind, faults));
        checkCapability(kind, entry.key());
        FaultSpec.Target target = new TargetBinder(scope.system()).bind(kind, entry.value());
        Settings settings = new SettingBinder(scope).bind(kind.settings(), fields);
        String called =
                fields.find("called").map(this::called).orElse(usualName(kind, entry, target));
        Value place = fields.has("called") ? fields.find("called").orElse(value) : entry.key();
        return new Named(called, place, new FaultSpec(kind.name(), target, settings), kind);
    }

    private static Shape shape(FaultKind kind, List<Entry> faults) {
        Stream<String> names = faults.stream().map(it -> it.key().text());
        List<String> further = Stream.concat(names, Stream.of("called")).toList();
        return SettingBinder.shape("fault '" + kind.name() + "'", kind.settings(), further);
    }

    private void checkCapability(FaultKind kind, Value key) {
        if (!scope.vocabulary().capabilities().contains(kind.needs())) {
            key.problem(
                    "fault '" + kind.name() + "' needs '" + kind.needs()
                            + "', which cannot be done here",
                    "possible: "
                            + String.join(
                                    ", ",
                                    scope.vocabulary().capabilities().stream()
                                            .sorted()
                                            .toList()),
                    "");
        }
    }

    private String called(Value value) {
        String name = value.as(Notations.PHRASE);
        if (scope.system().services().has(name)) {
            value.problem(
                    "fault " + Quote.of(name) + " has the name of a component",
                    "",
                    "Choose another name");
        }
        return name;
    }

    private static String usualName(FaultKind kind, Entry entry, FaultSpec.Target target) {
        boolean noLink = target instanceof FaultSpec.Target.OnLink on
                && on.link().consumer().isEmpty();
        String text = noLink ? entry.value().written().orElse("") : target.text();
        return kind.name() + " " + text;
    }
}
