package io.firedrill.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binds the steps of a drill and checks that each heal finds its fault. */
final class StepsBinder {
    private final InjectBinder injects;
    private final TriggerBinder triggers;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Value> injected = new LinkedHashMap<>();
    private final Map<String, FaultSpec.Target> targets = new LinkedHashMap<>();
    private final Map<String, Value> healed = new LinkedHashMap<>();
    private final List<Value> early = new ArrayList<>();
    private final Set<String> scheduled = new HashSet<>();

    StepsBinder(Scope scope) {
        this.injects = new InjectBinder(scope);
        this.triggers = new TriggerBinder(scope);
    }

    /** Binds them, in order. */
    List<Step> bind(Fields script) {
        Optional<Value> list = script.find("steps");
        list.map(Value::items).orElse(List.of()).forEach(this::step);
        early.forEach(this::tooEarly);
        boolean idle = injected.isEmpty()
                && list.filter(it -> it.form().equals("a list")).isPresent();
        if (idle) {
            list.get().problem("no step injects a fault", "needed: at least one 'inject'", "");
        }
        return List.copyOf(steps);
    }

    /** Gives the faults that were injected, name to target. */
    Map<String, FaultSpec.Target> called() {
        return targets;
    }

    private void step(Value item) {
        Fields fields = item.fields(Shapes.STEP);
        boolean both = fields.has("inject") && fields.has("heal");
        if (both || !(fields.has("inject") || fields.has("heal"))) {
            item.problem(
                    "a step " + (both ? "both injects and heals" : "neither injects nor heals"),
                    "exactly one of: inject, heal",
                    "");
        }
        Trigger when = triggers.bind(fields);
        checkTrigger(when, fields);
        fields.find("inject").ifPresent(value -> inject(when, value));
        fields.find("heal").ifPresent(value -> heal(when, value));
    }

    private void checkTrigger(Trigger when, Fields fields) {
        if (injected.isEmpty() && !(when instanceof Trigger.After)) {
            fields.place("when")
                    .problem(
                            "the step waits for what only a fault brings about,"
                                    + " and none is injected before it",
                            "allowed before the first fault: after",
                            "");
        }
    }

    private void inject(Trigger when, Value value) {
        injects.bind(value).ifPresent(named -> {
            Value first = injected.putIfAbsent(named.called(), named.place());
            targets.putIfAbsent(named.called(), named.fault().target());
            if (first != null) {
                named.place()
                        .problem(
                                "two faults are called " + Quote.of(named.called()),
                                "each name once; first on line " + first.line(),
                                "Name one of them with 'called'");
            }
            List<Step> played = bound(named, when);
            if (played.stream().anyMatch(Step.Heal.class::isInstance)) {
                scheduled.add(named.called());
            }
            steps.addAll(played);
        });
    }

    /** What was noted as a problem has stand-ins for values: no schedule is made of those. */
    private static List<Step> bound(InjectBinder.Named named, Trigger when) {
        return named.place().problems().count() == 0
                ? named.steps(when)
                : List.of(new Step.Inject(when, named.called(), named.fault()));
    }

    private void heal(Trigger when, Value value) {
        String name = value.text();
        if (scheduled.contains(name)) {
            value.problem("fault " + Quote.of(name) + " is healed by its own schedule", "", "");
        }
        if (!name.isEmpty() && !injected.containsKey(name)) {
            early.add(value);
            return;
        }
        Value first = healed.putIfAbsent(name, value);
        if (first != null && !name.isEmpty()) {
            String once = "each fault once; first on line " + first.line();
            value.problem("fault " + Quote.of(name) + " is healed twice", once, "");
        }
        steps.add(new Step.Heal(when, name));
    }

    private void tooEarly(Value heal) {
        Value inject = injected.get(heal.text());
        if (inject == null) {
            heal.unknown(heal.text(), injected.keySet(), "fault to heal");
        } else {
            heal.problem(
                    "fault " + Quote.of(heal.text()) + " is healed before it is injected",
                    "it is injected on line " + inject.line(),
                    "");
        }
    }
}
