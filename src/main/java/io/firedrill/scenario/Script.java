package io.firedrill.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The part of a drill that its twins may replace: who comes, what is done, what must hold. */
record Script(
        Map<String, Double> customers,
        Scenario.Baseline baseline,
        List<Step> steps,
        List<Objective> objectives,
        List<Link> relayed,
        Duration limit) {}
