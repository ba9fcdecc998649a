package io.firedrill.scenario;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Binds the script of a drill or a twin. */
final class ScriptBinder {
    private static final Duration USUAL_BASELINE = Duration.ofSeconds(5);
    private static final Duration USUAL_LIMIT = Duration.ofMinutes(3);

    private final Vocabulary vocabulary;
    private final SystemDraft system;

    ScriptBinder(Vocabulary vocabulary, SystemDraft system) {
        this.vocabulary = vocabulary;
        this.system = system;
    }

    /** Binds it; what is wrong is noted where it stands. */
    Script bind(Fields fields) {
        Map<String, Double> customers = customers(fields);
        Scope scope = new Scope(vocabulary, system, customers.keySet(), Map.of());
        StepsBinder steps = new StepsBinder(scope);
        List<Step> script = steps.bind(fields);
        Scope judged = new Scope(vocabulary, system, customers.keySet(), steps.called());
        Scenario.Baseline baseline = baseline(fields);
        Duration limit = fields.as("limit", Notations.DURATION, USUAL_LIMIT);
        checkLimit(fields, needed(baseline, script), limit);
        return new Script(
                customers,
                baseline,
                script,
                new ObjectivesBinder(judged).bind(fields, steps.asked()),
                fields.list("relays", new TargetBinder(system)::listed),
                limit);
    }

    private Map<String, Double> customers(Fields fields) {
        fields.find("customers").ifPresent(Value::notEmpty);
        Map<String, Double> customers = new LinkedHashMap<>();
        for (Entry entry : fields.map("customers")) {
            String journey = entry.key().oneOf(system.spec().journeys().keySet(), "journey");
            customers.put(journey, entry.value().as(Notations.RATE));
        }
        return Collections.unmodifiableMap(customers);
    }

    private static Scenario.Baseline baseline(Fields fields) {
        return fields.find("baseline")
                .map(value -> value.fields(Shapes.BASELINE))
                .map(it -> new Scenario.Baseline(
                        it.as("for", Notations.DURATION, USUAL_BASELINE),
                        it.as("at-most", Notations.ALLOWANCE, 0)))
                .orElse(new Scenario.Baseline(USUAL_BASELINE, 0));
    }

    private static Duration delays(List<Step> steps) {
        return steps.stream()
                .map(step ->
                        step.when() instanceof Trigger.After after ? after.delay() : Duration.ZERO)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration longestAnswer(List<Step> steps) {
        return steps.stream()
                .filter(Step.Ask.class::isInstance)
                .map(step -> ((Step.Ask) step).assignment().within())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static Needed needed(Scenario.Baseline baseline, List<Step> steps) {
        Duration delays = delays(steps);
        Duration answer = longestAnswer(steps);
        return answer.compareTo(delays) > 0
                ? new Needed(
                        baseline.lasting().plus(answer),
                        "baseline and the longest answer of people")
                : new Needed(baseline.lasting().plus(delays), "baseline and delays alone");
    }

    /** What a drill takes at least, and what of it. */
    private record Needed(Duration time, String what) {}

    private static void checkLimit(Fields fields, Needed needed, Duration limit) {
        boolean understood = fields.find("limit")
                .map(value -> value.written().flatMap(DurationText::parse).isPresent())
                .orElse(true);
        if (understood && limit.compareTo(needed.time()) < 0) {
            fields.find("limit")
                    .orElse(fields.place("steps"))
                    .problem(
                            "the limit of " + DurationText.write(limit) + " is too short",
                            needed.what() + " take " + DurationText.write(needed.time()),
                            "");
        }
    }
}
