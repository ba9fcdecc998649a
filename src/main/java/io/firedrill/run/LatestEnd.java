package io.firedrill.run;

import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.Tempo;
import io.firedrill.topology.containers.RunSettings;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When a drill is over at the latest, from the moment its turn has come to its last answer: the sum
 * of its bounds. Building images and taking the system down come on top.
 *
 * @param parts what is bounded, and by how long, in order
 */
public record LatestEnd(Map<String, Duration> parts) {

    /** Adds up the bounds of a drill. */
    public static LatestEnd of(Scenario scenario) {
        Tempo tempo = Tempo.of(scenario.system().blueprint());
        Map<String, Duration> parts = new LinkedHashMap<>();
        if (scenario.system().blueprint() instanceof Blueprint.Composed) {
            parts.put("start", RunSettings.USUAL_START_LIMIT);
        }
        parts.put(
                "baseline",
                tempo.warmUp().plus(scenario.baseline().lasting()).plus(tempo.patience()));
        if (!scenario.system().channels().isEmpty()) {
            parts.put(
                    "channels proven alive, and quiet at the end",
                    tempo.patience().multipliedBy(2));
        }
        Duration asked = Limits.INVARIANT_WITHIN.multipliedBy(
                scenario.objectives().stream().filter(LatestEnd::isAsked).count());
        parts.put(
                "questions and links before the first fault", asked.plus(Limits.LINK_USED_WITHIN));
        parts.put("steps and recovery", scenario.limit());
        parts.put("a step under way when that is over", step());
        parts.put("healing what is left", heal().multipliedBy(mostOpen(scenario)));
        if (scenario.system().journeys().values().stream().anyMatch(LatestEnd::reconciles)) {
            parts.put("asking for every write", Limits.RECONCILE_WITHIN);
        }
        parts.put(
                "questions afterwards and logs",
                asked.plus(Limits.LOGS_WITHIN.multipliedBy(
                        scenario.system().components().size())));
        return new LatestEnd(parts);
    }

    private static boolean isAsked(Objective objective) {
        return objective.settings().values().keySet().stream()
                .anyMatch(name -> name.equals("ask")
                        || name.equals("run")
                        || name.equals("read")
                        || name.equals("command"));
    }

    private static boolean reconciles(JourneySpec journey) {
        return journey.reconcile().isPresent();
    }

    private static Duration step() {
        return Limits.ROLE_WITHIN
                .plus(FaultDesk.ACT_WITHIN)
                .plus(FaultDesk.EFFECT_WITHIN)
                .plus(FaultDesk.LOOK_WITHIN.multipliedBy(2));
    }

    private static Duration heal() {
        return FaultDesk.ACT_WITHIN.plus(FaultDesk.HEALED_WITHIN).plus(FaultDesk.LOOK_WITHIN);
    }

    private static int mostOpen(Scenario scenario) {
        int open = 0;
        int most = 0;
        for (Step step : scenario.steps()) {
            open += step instanceof Step.Inject ? 1 : step instanceof Step.Heal ? -1 : 0;
            most = Math.max(most, open);
        }
        return most;
    }

    /** Gives the sum. */
    public Duration total() {
        return parts.values().stream().reduce(Duration.ZERO, Duration::plus);
    }
}
