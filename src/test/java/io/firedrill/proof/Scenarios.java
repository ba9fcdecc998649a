package io.firedrill.proof;

import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.SystemSpec;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Scenarios that differ in one thing from another one. */
final class Scenarios {
    private Scenarios() {}

    static Scenario with(Scenario scenario, SystemSpec system) {
        return copy(scenario, system, scenario.customers());
    }

    /**
     * The same drill, whose first fault comes later.
     *
     * @param share of the customers that set out, more than 0
     */
    static Scenario later(Scenario scenario, Duration by, double share) {
        Map<String, Double> fewer = new LinkedHashMap<>();
        scenario.customers().forEach((journey, rate) -> fewer.put(journey, rate * share));
        return copy(scenario.later(by), scenario.system(), fewer);
    }

    private static Scenario copy(Scenario it, SystemSpec system, Map<String, Double> customers) {
        return new Scenario(
                it.id(),
                it.file(),
                it.title(),
                it.about(),
                system,
                customers,
                it.baseline(),
                it.steps(),
                it.objectives(),
                it.relayed(),
                it.limit(),
                it.twin());
    }
}
