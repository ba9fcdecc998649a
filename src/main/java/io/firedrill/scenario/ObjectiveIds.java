package io.firedrill.scenario;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives each objective of a drill its id, and notes one that is taken. */
final class ObjectiveIds {
    private final List<String> implicit;
    private final Map<String, Value> ids = new LinkedHashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();

    /** Begins with none, but for the ids of the checks that are always on. */
    ObjectiveIds(List<String> implicit) {
        this.implicit = List.copyOf(implicit);
    }

    /**
     * Gives the next id.
     *
     * @param own the objective's own id, where it has one
     * @param key where the kind stands
     */
    String next(ObjectiveKind kind, Optional<Value> own, Value key) {
        String id = own.map(it -> it.as(Notations.NAME)).orElseGet(() -> numbered(kind));
        return taken(id, own.orElse(key));
    }

    /** Gives the id of a step that is an objective as well: its name. */
    String of(Value name) {
        return taken(name.as(Notations.NAME), name);
    }

    private String taken(String id, Value place) {
        Value first = ids.putIfAbsent(id, place);
        if (first != null && !id.isEmpty()) {
            place.problem(
                    "objective id " + Quote.of(id) + " is given twice",
                    "each id once; first on line " + first.line(),
                    "");
        }
        if (implicit.contains(id)) {
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
