package io.firedrill.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds the objectives of a drill and gives each its id. */
final class ObjectivesBinder {
    private final Scope scope;
    private final List<Objective> objectives = new ArrayList<>();
    private final Map<String, Value> ids = new LinkedHashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();

    ObjectivesBinder(Scope scope) {
        this.scope = scope;
    }

    /** Binds them, in order. */
    List<Objective> bind(Fields script) {
        script.find("objectives")
                .map(it -> it.notEmpty().items())
                .orElse(List.of())
                .forEach(this::objective);
        return List.copyOf(objectives);
    }

    private void objective(Value item) {
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
        Optional<ObjectiveKind> kind = scope.vocabulary().objectives().stream()
                .filter(it -> it.name().equals(word))
                .findFirst();
        kind.ifPresentOrElse(it -> bind(it, entry), () -> unknown(entry.key(), word));
    }

    private void unknown(Value key, String word) {
        List<String> names = scope.vocabulary().objectives().stream()
                .map(ObjectiveKind::name)
                .toList();
        key.unknown(word, names, "objective");
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
        String id = id(kind, fields, entry.key());
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

    private String id(ObjectiveKind kind, Fields fields, Value key) {
        String id =
                fields.find("id").map(it -> it.as(Notations.NAME)).orElseGet(() -> numbered(kind));
        Value place = fields.find("id").orElse(key);
        Value first = ids.putIfAbsent(id, place);
        if (first != null && !id.isEmpty()) {
            place.problem(
                    "objective id " + Quote.of(id) + " is given twice",
                    "each id once; first on line " + first.line(),
                    "");
        }
        if (scope.vocabulary().implicit().contains(id)) {
            place.problem(
                    "objective id " + Quote.of(id) + " is that of a check that is always on",
                    "",
                    "Choose another id");
        }
        return id;
    }

    private String numbered(ObjectiveKind kind) {
        int use = uses.merge(kind.name(), 1, Integer::sum);
        return use == 1 ? kind.name() : kind.name() + "-" + use;
    }
}
