package io.firedrill.proof;

import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.SystemSpec;

import java.time.Duration;

/** Scenarios that differ in one thing from another one. */
final class Scenarios {
    private Scenarios() {}

    static Scenario with(Scenario scenario, SystemSpec system) {
        return copy(scenario, system, scenario.baseline());
    }

    /** The same drill, whose first fault comes that much later. */
    static Scenario later(Scenario scenario, Duration by) {
        Scenario.Baseline asked = scenario.baseline();
        Scenario.Baseline longer = new Scenario.Baseline(asked.lasting().plus(by), asked.atMost());
        return copy(scenario, scenario.system(), longer);
    }

    private static Scenario copy(Scenario it, SystemSpec system, Scenario.Baseline baseline) {
        return new Scenario(
                it.id(),
                it.file(),
                it.title(),
                it.about(),
                system,
                it.customers(),
                baseline,
                it.steps(),
                it.objectives(),
                it.relayed(),
                it.limit(),
                it.twin());
    }
}
