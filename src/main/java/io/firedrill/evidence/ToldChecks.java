package io.firedrill.evidence;

import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.scenario.CommunicationPlan;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Scenario;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which of the plan's checks on what people were told a drill answered. A check that the drill did
 * not use, or that did not tell, was not measured, and is said to be so.
 *
 * @param measured ids of the objectives whose value was measured
 * @param notMeasured ids of the others, and names of the plan's that were not asked
 */
public record ToldChecks(List<String> measured, List<String> notMeasured, double timeScale) {
    private static final Pattern NAME = Pattern.compile("n[0-9]{2}-.+|truth-meter");

    /** Says by its name whether a check is about what people were told. */
    public static boolean is(String name) {
        return NAME.matcher(name).matches();
    }

    /** Gives them; empty for a system without a plan. */
    public static Optional<ToldChecks> of(Drilled drill) {
        Scenario scenario = drill.scenario();
        return scenario.system().communication().map(plan -> of(drill, plan));
    }

    private static ToldChecks of(Drilled drill, CommunicationPlan plan) {
        List<Objective> asked = drill.scenario().objectives().stream()
                .filter(objective -> is(objective.kind()))
                .toList();
        Set<String> decided = new LinkedHashSet<>();
        drill.objectives().stream()
                .filter(ToldChecks::decided)
                .forEach(verdict -> decided.add(verdict.id()));
        List<String> measured =
                asked.stream().map(Objective::id).filter(decided::contains).toList();
        Set<String> open = new LinkedHashSet<>();
        asked.stream().map(Objective::id).filter(id -> !decided.contains(id)).forEach(open::add);
        Set<String> kinds = new LinkedHashSet<>();
        asked.forEach(objective -> kinds.add(objective.kind()));
        plan.told().stream()
                .map(Objective::kind)
                .filter(kind -> !kinds.contains(kind))
                .forEach(open::add);
        return new ToldChecks(measured, open.stream().sorted().toList(), plan.timeScale());
    }

    /** Where an interval straddles its limit, something was measured all the same. */
    private static boolean decided(Verdict verdict) {
        return verdict.status() != Verdict.Status.INCONCLUSIVE
                || verdict.reason().equals(Optional.of(Reason.STRADDLES_LIMIT));
    }

    /** Gives them as they stand in the summary and in the pack. */
    Map<String, Object> json() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("measured", measured);
        map.put("notMeasured", notMeasured);
        map.put(
                "timeScale",
                timeScale == Math.rint(timeScale) ? (Object) (long) timeScale : timeScale);
        return map;
    }

    /** Says what was not measured; empty where all of the plan was. */
    String missing() {
        return notMeasured.isEmpty() ? "" : "not measured: " + String.join(", ", notMeasured);
    }

    /** Says the same of a drill that asked for at least one such check, and nothing of others. */
    static List<String> asked(Drilled drill) {
        boolean asked =
                drill.scenario().objectives().stream().anyMatch(objective -> is(objective.kind()));
        return asked ? sentences(drill) : List.of();
    }

    /** Says of a drill what a reader must know before he reads its values: none, or sentences. */
    public static List<String> sentences(Drilled drill) {
        return of(drill).stream()
                .flatMap(told ->
                        List.of(new PlanTime(told.timeScale()).said(), told.missing()).stream())
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
