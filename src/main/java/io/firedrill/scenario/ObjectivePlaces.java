package io.firedrill.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds where in its file each objective of a drill stands, for tools that point there. */
public final class ObjectivePlaces {
    private ObjectivePlaces() {}

    /**
     * Gives the line of each objective, from 1, by its id; those that can not be found are left
     * out, such as all of a drill that was built in Java.
     */
    public static Map<String, Integer> of(Scenario drill) {
        Optional<Value> whole = YamlFile.plain(new Problems(drill.file()));
        Map<String, List<Value>> left = new HashMap<>();
        for (String list : List.of("objectives", "told")) {
            whole.stream()
                    .flatMap(value -> value.entries().stream())
                    .filter(entry -> entry.key().written().equals(Optional.of(list)))
                    .flatMap(entry -> entry.value().items().stream())
                    .forEach(item -> kind(item)
                            .ifPresent(key -> left.computeIfAbsent(
                                            key.written().orElse(""), any -> new ArrayList<>())
                                    .add(key)));
        }
        Map<String, Integer> lines = new HashMap<>();
        for (Objective objective : drill.objectives()) {
            List<Value> keys = left.getOrDefault(objective.kind(), List.of());
            if (!keys.isEmpty()) {
                lines.put(objective.id(), keys.remove(0).line());
            }
        }
        return Map.copyOf(lines);
    }

    private static Optional<Value> kind(Value item) {
        return item.written().isPresent()
                ? Optional.of(item)
                : item.entries().stream().map(Entry::key).findFirst();
    }
}
