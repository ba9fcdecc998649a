package io.firedrill.scenario;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Binds the file of a drill. */
final class DrillBinder {
    static final List<String> SEVERITIES =
            List.of("blocker", "critical", "normal", "minor", "trivial");
    private static final List<String> LEVELS =
            Stream.of(Scenario.Level.values()).map(Scenario.Level::word).toList();

    private final Vocabulary vocabulary;
    private final SystemDraft system;

    DrillBinder(Vocabulary vocabulary, SystemDraft system) {
        this.vocabulary = vocabulary;
        this.system = system;
    }

    /** Binds it; what is wrong is noted where it stands. */
    Scenario bind(Path file, Fields fields) {
        Script script = new ScriptBinder(vocabulary, system).bind(fields);
        Scenario drill = scenario(file, fields, script);
        system.programme()
                .filter(programme -> !programme.functions().isEmpty())
                .ifPresent(it -> new ProgrammeRules(it, vocabulary, fields).check(drill));
        return drill;
    }

    private Scenario scenario(Path file, Fields fields, Script script) {
        return new Scenario(
                system.spec().name() + "/" + Folders.stem(file),
                file,
                fields.text("drill"),
                about(fields, script.customers().keySet()),
                system.spec(),
                script.customers(),
                script.baseline(),
                script.steps(),
                script.objectives(),
                script.relayed(),
                script.limit(),
                Optional.empty());
    }

    private Scenario.About about(Fields fields, Set<String> journeys) {
        return new Scenario.About(
                fields.find("function").map(Value::text),
                fields.find("plan").map(value -> plan(value.fields(Shapes.PLAN))),
                fields.find("level").map(DrillBinder::level).orElse(Scenario.Level.GATE),
                fields.as("repeat", Notations.TIMES, 1),
                fields.find("severity").map(it -> it.word(SEVERITIES)).orElse("normal"),
                fields.text("why"),
                predictions(fields),
                fields.find("threat").map(Value::text),
                fields.find("roles").map(ProgrammeBinder::roles),
                prices(fields, journeys),
                system.programme());
    }

    private static Scenario.Plan plan(Fields fields) {
        return new Scenario.Plan(fields.text("id"), fields.text("version"));
    }

    /** Reads a level. */
    static Scenario.Level level(Value value) {
        return Scenario.Level.valueOf(value.word(LEVELS).toUpperCase(Locale.ROOT));
    }

    private static Map<String, Price> prices(Fields fields, Set<String> journeys) {
        Map<String, Price> prices = new LinkedHashMap<>();
        fields.find("price").ifPresent(Value::notEmpty);
        fields.map("price")
                .forEach(it -> prices.put(
                        it.key().oneOf(journeys, "journey under 'customers'"),
                        it.value().as(Notations.PRICE)));
        return Collections.unmodifiableMap(prices);
    }

    private static Map<String, String> predictions(Fields fields) {
        Map<String, String> predictions = new LinkedHashMap<>();
        fields.map("predict")
                .forEach(it -> predictions.put(it.key().text(), it.value().text()));
        return Collections.unmodifiableMap(predictions);
    }
}
