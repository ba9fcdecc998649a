package io.firedrill.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Binds the file of a twin, over the drill that it sabotages. */
final class TwinBinder {
    private static final List<String> STATUSES = List.of("FAIL", "INCONCLUSIVE");

    private final Vocabulary vocabulary;
    private final SystemDraft system;
    private final ComposeFiles compose;

    TwinBinder(Vocabulary vocabulary, SystemDraft system, ComposeFiles compose) {
        this.vocabulary = vocabulary;
        this.system = system;
        this.compose = compose;
    }

    /**
     * Binds it; what is wrong is noted where it stands, or at the file where it stands in the
     * drill's.
     */
    Scenario bind(Path file, Fields fields, DrillDraft drill) {
        checkDifference(fields);
        SystemDraft sabotaged = new BlueprintBinder(folderOf(file), compose).over(system, fields);
        Problems inherited = new Problems(drill.scenario().file());
        Fields merged = fields.over(drill.fields(), Shapes.SCRIPT, inherited);
        Script script = new ScriptBinder(vocabulary, sabotaged).bind(merged);
        if (drill.sound()) {
            inherited
                    .list()
                    .forEach(it ->
                            fields.whole().problems().whole("breaks its drill: " + it, "", ""));
        }
        return scenario(
                file, fields, drill.scenario(), new Bound(sabotaged.spec(), script, drill.sound()));
    }

    /** The system and the script of a twin, and whether the drill behind them is sound. */
    private record Bound(SystemSpec system, Script script, boolean sound) {}

    private static Path folderOf(Path file) {
        return Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    }

    private static void checkDifference(Fields fields) {
        boolean same = !fields.has("compose")
                && !fields.has("settings")
                && fields.given(Shapes.SCRIPT).isEmpty();
        if (same) {
            fields.whole()
                    .problem(
                            "the twin differs in nothing from its drill",
                            "needed: 'compose', 'settings', or a part of the drill"
                                    + " that it replaces",
                            "");
        }
    }

    private Scenario scenario(Path file, Fields fields, Scenario drill, Bound bound) {
        Script script = bound.script();
        return new Scenario(
                drill.id() + "/" + Folders.stem(file),
                file,
                drill.title(),
                drill.about().ofTwin(level(fields, drill)),
                bound.system(),
                script.customers(),
                script.baseline(),
                script.steps(),
                script.objectives(),
                script.relayed(),
                script.limit(),
                Optional.of(twin(fields, drill.id(), bound)));
    }

    /** A twin that ran where its drill does not would prove nothing of that run. */
    private static Scenario.Level level(Fields fields, Scenario drill) {
        Scenario.Level least = drill.about().level();
        Scenario.Level own = fields.find("level").map(DrillBinder::level).orElse(least);
        if (own.compareTo(least) < 0) {
            fields.find("level")
                    .orElse(fields.whole())
                    .problem(
                            "level is '" + own.word() + "', but the drill is of level '"
                                    + least.word() + "'",
                            "a twin is of its drill's level, or runs less often",
                            "");
        }
        return own;
    }

    private Scenario.Twin twin(Fields fields, String of, Bound bound) {
        Optional<Fields> expect = fields.find("expect").map(it -> it.fields(Shapes.TWIN_EXPECT));
        Function<String, Optional<Value>> expected = key -> expect.flatMap(it -> it.find(key));
        return new Scenario.Twin(
                of,
                fields.text("twin"),
                expected.apply("objective").map(it -> objective(it, bound)).orElse(""),
                expected.apply("verdict").map(it -> it.word(STATUSES)).orElse(""),
                expected.apply("reason")
                        .map(it -> it.oneOf(vocabulary.reasons(), "reason"))
                        .orElse(""));
    }

    private String objective(Value value, Bound bound) {
        Set<String> ids = new TreeSet<>(vocabulary.implicit());
        bound.script().objectives().forEach(objective -> ids.add(objective.id()));
        return bound.sound() ? value.oneOf(ids, "objective") : value.text();
    }
}
