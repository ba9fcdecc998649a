package io.firedrill.evidence;

import io.firedrill.scenario.CommunicationPlan;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.SystemSpec;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The names in a scenario: words that checks go by, and that every file of a pack shows. */
final class ScenarioNames {
    private ScenarioNames() {}

    static Set<String> of(Scenario scenario) {
        SystemSpec system = scenario.system();
        Set<String> names = new HashSet<>(List.of(scenario.id().split("/", -1)));
        names.add(system.name());
        Stream.of(
                        system.components(),
                        system.entries().keySet(),
                        system.roles().keySet(),
                        system.signIns().keySet(),
                        system.journeys().keySet(),
                        system.channels().keySet(),
                        scenario.customers().keySet())
                .forEach(names::addAll);
        scenario.steps().stream().map(Step::called).forEach(names::add);
        scenario.objectives().forEach(objective -> add(objective, names));
        system.communication().ifPresent(plan -> add(plan, names));
        return names;
    }

    private static void add(Objective objective, Set<String> names) {
        names.add(objective.id());
        names.add(objective.kind());
        objective.settings().values().values().stream()
                .filter(String.class::isInstance)
                .forEach(text -> names.add((String) text));
    }

    private static void add(CommunicationPlan plan, Set<String> names) {
        names.addAll(plan.audiences().keySet());
        names.addAll(plan.states());
        names.addAll(plan.approvers());
        names.addAll(plan.domains());
        plan.people().forEach(person -> names.addAll(person.addresses().values()));
        plan.told().forEach(objective -> add(objective, names));
    }
}
