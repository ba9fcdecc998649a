package io.firedrill.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds a drill to the programme: what it says it is evidence for is there, and its limits are the
 * programme's targets or tighter. The team under test does not set its own limit.
 */
final class ProgrammeRules {
    private final Programme programme;
    private final Vocabulary vocabulary;
    private final Fields fields;

    ProgrammeRules(Programme programme, Vocabulary vocabulary, Fields fields) {
        this.programme = programme;
        this.vocabulary = vocabulary;
        this.fields = fields;
    }

    /** Notes what does not fit. */
    void check(Scenario drill) {
        Optional<Value> function = fields.find("function");
        if (function.isPresent()) {
            List<String> ids =
                    programme.functions().stream().map(Programme.Function::id).toList();
            programme
                    .function(function.get().oneOf(ids, "function"))
                    .ifPresent(known -> check(known, function.get(), drill));
            return;
        }
        fields.find("threat")
                .ifPresent(threat -> threat.problem(
                        "'threat' stands without 'function'",
                        "a threat is one of a function's",
                        ""));
    }

    private void check(Programme.Function function, Value place, Scenario drill) {
        carried(function, place, drill.system().name());
        fields.find("threat").ifPresent(it -> it.oneOf(function.threats().keySet(), "threat"));
        if (!fields.whole().problems().any()) {
            function.targets().forEach(target -> hold(function, target, drill));
        }
    }

    private static void carried(Programme.Function function, Value place, String system) {
        if (!function.systems().isEmpty() && !function.systems().contains(system)) {
            place.problem(
                    "function " + Quote.of(function.id()) + " is not carried by system '" + system
                            + "'",
                    "systems of it in the programme: " + String.join(", ", function.systems()),
                    "");
        }
    }

    private void hold(Programme.Function function, Programme.Target target, Scenario drill) {
        Yardstick stick = Yardstick.all(vocabulary).get(target.value());
        if (stick == null) {
            return; // a problem of the programme's file
        }
        for (int index = 0; index < drill.objectives().size(); index++) {
            Objective objective = drill.objectives().get(index);
            if (objective.kind().equals(stick.kind()) && stick.looser(objective, target.limit())) {
                place(index, stick)
                        .problem(
                                "'" + stick.setting() + "' of objective '" + objective.id()
                                        + "' is " + stick.written(objective)
                                        + ", looser than the target of function "
                                        + Quote.of(function.id()),
                                (stick.atMost() ? "at most " : "at least ") + target.limit()
                                        + ", as " + programme.file().getFileName()
                                        + " sets for '" + target.value()
                                        + "'; a drill may only tighten it",
                                "");
            }
        }
    }

    /** What the plan for communication sets has no place in the drill's own file. */
    private Value place(int index, Yardstick stick) {
        List<Value> own = fields.find("objectives").map(Value::items).orElse(List.of());
        if (index >= own.size()) {
            return fields.find("told").orElse(fields.whole());
        }
        Entry objective = own.get(index).entries().get(0);
        Map<String, Value> settings = new LinkedHashMap<>();
        objective.value().entries().forEach(it -> settings.put(it.key().text(), it.value()));
        return settings.getOrDefault(stick.setting(), objective.key());
    }
}
