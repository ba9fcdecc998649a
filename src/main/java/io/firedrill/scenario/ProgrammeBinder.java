package io.firedrill.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binds {@code programme.yaml}. */
final class ProgrammeBinder {
    private static final List<String> LIKENESSES = List.of("same", "differs", "not-stated");

    private final Vocabulary vocabulary;
    private final SystemSpec system;
    private final List<String> systems;

    /**
     * Prepares to bind it.
     *
     * @param system the one whose drills are read: only its components are known
     * @param systems the names of all systems beside the programme
     */
    ProgrammeBinder(Vocabulary vocabulary, SystemSpec system, List<String> systems) {
        this.vocabulary = vocabulary;
        this.system = system;
        this.systems = systems;
    }

    /** Gives what stands for a programme that could not be read. */
    static Programme unread(Path file) {
        return new Programme(file, "", "", List.of(), Map.of(), Optional.empty());
    }

    /** Binds it; what is wrong is noted where it stands. */
    Programme bind(Path file, Fields fields) {
        fields.find("functions").ifPresent(Value::notEmpty);
        List<Programme.Function> functions = new ArrayList<>();
        for (Entry entry : fields.map("functions")) {
            String id = entry.key().as(Notations.PHRASE);
            functions.add(function(id, entry.value().fields(Shapes.FUNCTION)));
        }
        return new Programme(
                file,
                fields.text("programme"),
                fields.text("owner"),
                List.copyOf(functions),
                facts(fields),
                fields.find("roles").map(ProgrammeBinder::roles));
    }

    private Programme.Function function(String id, Fields fields) {
        return new Programme.Function(
                id,
                fields.text("title"),
                fields.text("owner"),
                carriers(fields),
                threats(fields),
                targets(fields));
    }

    private List<String> carriers(Fields fields) {
        Set<String> names = new LinkedHashSet<>();
        fields.find("systems").ifPresent(Value::notEmpty);
        for (Value item : fields.find("systems").map(Value::oneOrMore).orElse(List.of())) {
            if (!names.add(item.oneOf(systems, "system"))) {
                item.problem(Quote.of(item.text()) + " is listed twice", "each once", "");
            }
        }
        return List.copyOf(names);
    }

    private static Map<String, Duration> threats(Fields fields) {
        Map<String, Duration> threats = new LinkedHashMap<>();
        fields.find("threats").ifPresent(Value::notEmpty);
        for (Entry entry : fields.map("threats")) {
            threats.put(
                    entry.key().as(Notations.PHRASE), entry.value().as(ProgrammeNotations.PERIOD));
        }
        return Collections.unmodifiableMap(threats);
    }

    private List<Programme.Target> targets(Fields fields) {
        Set<String> values = new LinkedHashSet<>();
        return fields.list("targets", item -> target(item.fields(Shapes.TARGET), values));
    }

    private Programme.Target target(Fields fields, Set<String> values) {
        Map<String, Yardstick> known = Yardstick.all(vocabulary);
        String value = fields.find("value")
                .map(it -> it.oneOf(known.keySet(), "value"))
                .orElse("");
        if (!values.add(value) && !value.isEmpty()) {
            fields.place("value")
                    .problem(
                            Quote.of(value) + " has a target already",
                            "one target for each value of a function",
                            "");
        }
        Optional.ofNullable(known.get(value))
                .ifPresent(stick -> fields.find("limit").ifPresent(it -> it.as(stick.notation())));
        return new Programme.Target(
                value, fields.text("limit"), fields.text("source"), fields.text("approver"));
    }

    private Map<String, Programme.SystemFacts> facts(Fields fields) {
        Map<String, Programme.SystemFacts> facts = new LinkedHashMap<>();
        for (Entry entry : fields.map("systems")) {
            String name = entry.key().oneOf(systems, "system");
            Fields about = entry.value().fields(Shapes.SYSTEM_FACTS);
            facts.put(name, new Programme.SystemFacts(about.text("owner"), fidelity(name, about)));
        }
        return Collections.unmodifiableMap(facts);
    }

    private Map<String, Programme.Fidelity> fidelity(String name, Fields fields) {
        Map<String, Programme.Fidelity> fidelity = new LinkedHashMap<>();
        for (Entry entry : fields.map("fidelity")) {
            String component = name.equals(system.name())
                    ? entry.key().oneOf(system.components(), "component")
                    : entry.key().text();
            fidelity.put(component, fidelity(entry.value().fields(Shapes.FIDELITY)));
        }
        return Collections.unmodifiableMap(fidelity);
    }

    private static Programme.Fidelity fidelity(Fields fields) {
        String is = fields.find("is").map(it -> it.word(LIKENESSES)).orElse("not-stated");
        boolean differs = is.equals("differs");
        if (differs != fields.has("words")) {
            fields.place(differs ? "is" : "words")
                    .problem(
                            differs
                                    ? "a component differs, and nothing says in what"
                                    : "'words' stands beside 'is: " + is + "'",
                            "'words' says in what a component differs",
                            "");
        }
        return new Programme.Fidelity(
                Programme.Fidelity.Likeness.values()[LIKENESSES.indexOf(is)],
                differs ? fields.text("words") : "");
    }

    /** Binds who did what. */
    static Programme.Roles roles(Value value) {
        Fields fields = value.notEmpty().fields(Shapes.ROLES);
        return new Programme.Roles(
                fields.text("designed"),
                fields.text("ran"),
                fields.text("evaluated"),
                fields.text("approved"),
                fields.text("independence"));
    }
}
