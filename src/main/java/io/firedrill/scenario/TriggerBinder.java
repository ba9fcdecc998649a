package io.firedrill.scenario;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Binds when a step is due. */
final class TriggerBinder {
    private static final List<String> TRIGGERS =
            List.of("after", "recovered", "role-moved", "failing", "told", "answered");
    private static final Trigger AT_ONCE = new Trigger.After(Duration.ZERO);

    private final Scope scope;
    private final Collection<String> asked;

    /**
     * Prepares to bind.
     *
     * @param asked the steps that ask people, as far as they stand before the one that is bound
     */
    TriggerBinder(Scope scope, Collection<String> asked) {
        this.scope = scope;
        this.asked = asked;
    }

    /** Binds the trigger of a step; at once where none is given. */
    Trigger bind(Fields step) {
        return step.find("when")
                .map(value -> trigger(value.fields(Shapes.WHEN)))
                .orElse(AT_ONCE);
    }

    private Trigger trigger(Fields fields) {
        List<String> given = fields.given(TRIGGERS);
        if (given.size() != 1) {
            fields.whole()
                    .problem(
                            "'when' names "
                                    + (given.isEmpty() ? "no trigger" : "more than one trigger"),
                            "exactly one of: " + String.join(", ", TRIGGERS),
                            "");
            return AT_ONCE;
        }
        belongsTo(fields, "held", "recovered");
        belongsTo(fields, "for", "failing");
        Value value = fields.find(given.get(0)).orElse(fields.whole());
        return switch (given.get(0)) {
            case "after" -> new Trigger.After(value.as(Notations.DURATION));
            case "recovered" ->
                new Trigger.Recovered(scope.journey(value), lasting(fields, "held", 5));
            case "failing" -> new Trigger.Failing(scope.journey(value), lasting(fields, "for", 2));
            case "told" -> new Trigger.Told(state(value));
            case "answered" ->
                new Trigger.Answered(value.oneOf(asked, "step before it that asks people"));
            default ->
                new Trigger.RoleMoved(value.oneOf(scope.system().spec().roles().keySet(), "role"));
        };
    }

    private String state(Value value) {
        Optional<CommunicationPlan> plan = scope.system().spec().communication();
        if (plan.isEmpty()) {
            value.problem(
                    "the step waits for what people are told, and there is no plan for that",
                    "needed beside system.yaml: " + Folders.COMMUNICATION_FILE,
                    "");
        }
        return plan.map(it -> value.oneOf(it.states(), "state")).orElseGet(value::text);
    }

    private static Duration lasting(Fields fields, String key, int seconds) {
        return fields.as(key, Notations.DURATION, Duration.ofSeconds(seconds));
    }

    private static void belongsTo(Fields fields, String key, String trigger) {
        if (fields.has(key) && !fields.has(trigger)) {
            fields.place(key)
                    .problem(
                            "key '" + key + "' without '" + trigger + "'",
                            "it is allowed beside '" + trigger + "' only",
                            "");
        }
    }
}
