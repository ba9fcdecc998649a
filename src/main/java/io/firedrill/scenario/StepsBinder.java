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
    private final AskBinder asks;
    private final TriggerBinder triggers;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Value> injected = new LinkedHashMap<>();
    private final Map<String, FaultSpec.Target> targets = new LinkedHashMap<>();
    private final Map<String, Value> healed = new LinkedHashMap<>();
    private final List<AskBinder.Named> asked = new ArrayList<>();
    private final Set<String> askedNames = new HashSet<>();
    private final List<Value> early = new ArrayList<>();
    private final Set<String> scheduled = new HashSet<>();

    StepsBinder(Scope scope) {
        this.injects = new InjectBinder(scope);
        this.asks = new AskBinder(scope);
        this.triggers = new TriggerBinder(scope, askedNames);
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

    /** Gives the steps that ask people, in order. */
    List<AskBinder.Named> asked() {
        return asked;
    }

    private void step(Value item) {
        Fields fields = item.fields(Shapes.STEP);
        List<String> given = fields.given(Shapes.VERBS);
        if (given.size() != 1) {
            String does =
                    given.isEmpty() ? "nothing" : "several things: " + String.join(", ", given);
            item.problem(
                    "a step does " + does,
                    "exactly one of: " + String.join(", ", Shapes.VERBS),
                    "");
        }
        Trigger when = triggers.bind(fields);
        checkTrigger(when, fields);
        fields.find("inject").ifPresent(value -> inject(when, value));
        fields.find("heal").ifPresent(value -> heal(when, value));
        fields.find("person").ifPresent(value -> ask(asks.person(when, value)));
        fields.find("runbook").ifPresent(value -> ask(asks.runbook(when, value)));
    }

    private void checkTrigger(Trigger when, Fields fields) {
        boolean free = when instanceof Trigger.After || when instanceof Trigger.Answered;
        if (injected.isEmpty() && !free) {
            fields.place("when")
                    .problem(
                            "the step waits for what only a fault brings about,"
                                    + " and none is injected before it",
                            "allowed before the first fault: after, answered",
                            "");
        }
    }

    private void ask(AskBinder.Named named) {
        asked.add(named);
        askedNames.add(named.step().called());
        steps.add(named.step());
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
