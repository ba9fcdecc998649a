package io.firedrill.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds the objectives of a drill and gives each its id. */
final class ObjectivesBinder {
    private final Scope scope;
    private final List<Objective> objectives = new ArrayList<>();
    private final ObjectiveIds ids;

    ObjectivesBinder(Scope scope) {
        this.scope = scope;
        this.ids = new ObjectiveIds(scope.vocabulary().implicit());
    }

    /**
     * Binds them, in order; then those of what people are told, and those that are steps.
     *
     * @param asked the steps that ask people
     */
    List<Objective> bind(Fields script, List<AskBinder.Named> asked) {
        script.find("objectives")
                .map(it -> it.notEmpty().items())
                .orElse(List.of())
                .forEach(this::objective);
        objectives.addAll(new ToldBinder(scope, ids).bind(script));
        asked.forEach(it -> it.place().ifPresent(name -> objectives.add(objective(it, name))));
        return List.copyOf(objectives);
    }

    private Objective objective(AskBinder.Named asked, Value name) {
        Assignment assignment = asked.step().assignment();
        Settings settings = new Settings(Map.of(
                Assignment.OF, asked.step().called(), Assignment.WITHIN, assignment.within()));
        return new Objective(ids.of(name), assignment.kind(), settings, List.of());
    }

    private void objective(Value item) {
        Optional<String> bare = item.written().filter(ToldKinds::is);
        if (bare.isPresent()) {
            misplaced(item, bare.get());
            return;
        }
        List<Entry> entries = item.notEmpty().entries();
        if (entries.size() > 1) {
            item.problem(
                    "an objective with " + entries.size() + " keys",
                    "one key for each: <kind>: {...}",
                    "");
        }
        entries.stream().findFirst().ifPresent(this::objective);
    }

    private void objective(Entry entry) {
        String word = entry.key().text();
        List<ObjectiveKind> kinds = ToldKinds.others(scope.vocabulary());
        Optional<ObjectiveKind> kind = ToldKinds.find(kinds, word);
        if (kind.isPresent()) {
            bind(kind.get(), entry);
        } else if (Assignment.judgedBy(word)) {
            entry.key()
                    .problem(
                            Quote.of(word) + " stands under 'objectives'",
                            "a step that asks people is an objective by itself, of its own name",
                            "");
        } else if (ToldKinds.is(word)) {
            misplaced(entry.key(), word);
        } else {
            entry.key().unknown(word, ToldKinds.names(kinds), "objective");
        }
    }

    private static void misplaced(Value key, String word) {
        key.problem(
                Quote.of(word) + " stands under 'objectives'",
                "checks of what people are told stand under 'told'",
                "");
    }

    private void bind(ObjectiveKind kind, Entry entry) {
        Problems problems = entry.value().problems();
        int before = problems.count();
        Shape shape = SettingBinder.shape(
                "objective '" + kind.name() + "'", kind.settings(), List.of("id"));
        Fields fields = entry.value().fields(shape);
        Settings settings = new SettingBinder(scope).bind(kind.settings(), fields);
        if (kind.needsWrites()) {
            fields.find("of").ifPresent(of -> checkWrites(kind, of));
        }
        String id = ids.next(kind, fields.find("id"), entry.key());
        List<Await> awaits = problems.count() == before
                ? kind.awaits().apply(settings.with("id", id))
                : List.of();
        objectives.add(new Objective(id, kind.name(), settings, awaits));
    }

    private void checkWrites(ObjectiveKind kind, Value of) {
        JourneySpec journey = scope.system().spec().journeys().get(of.written().orElse(""));
        if (journey != null && (!journey.write() || !journey.countable())) {
            of.problem(
                    "objective '" + kind.name() + "' counts writes, and journey "
                            + Quote.of(journey.name())
                            + (journey.write() ? " does not reconcile them" : " acknowledges none"),
                    "needed in the journey: acknowledges, reconcile",
                    "");
        }
    }
}
