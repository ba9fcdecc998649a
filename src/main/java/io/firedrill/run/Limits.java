package io.firedrill.run;

import io.firedrill.observe.Inboxes;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.Tempo;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The bounds of a drill, printed at its start. */
final class Limits {
    /** How long a role may have no single holder when a fault is to be aimed at it. */
    static final Duration ROLE_WITHIN = Duration.ofSeconds(10);

    /** How long an invariant is asked for. */
    static final Duration INVARIANT_WITHIN = Duration.ofSeconds(15);

    /** How long asking for all writes may take. */
    static final Duration RECONCILE_WITHIN = Duration.ofSeconds(60);

    /** How long a relayed link may take to be seen in use. */
    static final Duration LINK_USED_WITHIN = Duration.ofSeconds(3);

    /** How long fetching the logs of a component may take. */
    static final Duration LOGS_WITHIN = Duration.ofSeconds(5);

    private Limits() {}

    static Map<String, String> inForce(Scenario scenario) {
        Tempo tempo = Tempo.of(scenario.system().blueprint());
        Map<String, String> limits = new TreeMap<>();
        limits.put("drill", scenario.limit().toString());
        limits.put("baseline", scenario.baseline().lasting().toString());
        limits.put("baseline patience", tempo.patience().toString());
        limits.put("baseline warm-up", tempo.warmUp().toString());
        limits.put("restored after the last heal", tempo.restored().toString());
        limits.put("role settled", ROLE_WITHIN.toString());
        limits.put("invariant read", INVARIANT_WITHIN.toString());
        limits.put("writes reconciled", RECONCILE_WITHIN.toString());
        limits.put("tick", tempo.tick().toString());
        for (Step step : scenario.steps()) {
            if (step instanceof Step.Ask ask) {
                limits.put(
                        "answer to " + ask.called(), ask.assignment().within().toString());
            }
        }
        if (!scenario.system().channels().isEmpty()) {
            limits.put("channels proven", tempo.patience().toString());
            limits.put("channels quiet for", tempo.margin().toString());
            limits.put("channels quiet within", tempo.patience().toString());
            limits.put("messages written down", Integer.toString(Inboxes.MOST_NOTICES));
        }
        return limits;
    }
}
