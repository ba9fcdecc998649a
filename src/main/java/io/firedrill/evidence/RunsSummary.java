package io.firedrill.evidence;

import io.firedrill.check.Prediction;
import io.firedrill.check.Repeated;
import io.firedrill.check.Spread;
import io.firedrill.check.Verdict;
import io.firedrill.scenario.Repetition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the summary has of a drill beyond its verdicts: its runs, their spread, its predictions. */
final class RunsSummary {
    private RunsSummary() {}

    /** Gives the single runs of a drill that was run several times; none of another one. */
    static List<Map<String, @Nullable Object>> runs(Drilled drill) {
        List<Map<String, @Nullable Object>> runs = new ArrayList<>();
        for (Drilled run : drill.runs()) {
            Map<String, @Nullable Object> map = SummaryFile.run(run);
            map.remove("id");
            map.put("run", RunsInWords.name(drill, run));
            map.put("verdict", run.result().status().name());
            map.put("why", run.why());
            map.put("shift", run.fact(Repetition.SHIFT));
            map.put("seed", run.fact("seed"));
            map.put("objectives", inShort(run));
            runs.add(map);
        }
        return runs;
    }

    private static List<Map<String, @Nullable Object>> inShort(Drilled run) {
        List<Map<String, @Nullable Object>> objectives = new ArrayList<>();
        for (Verdict verdict : run.objectives()) {
            Map<String, @Nullable Object> map = SummaryFile.verdict(verdict);
            map.keySet().retainAll(List.of("id", "verdict", "reason", "measured"));
            objectives.add(map);
        }
        return objectives;
    }

    /**
     * Gives the verdicts on the objectives; each with what its runs measured, where several did.
     */
    static List<Map<String, @Nullable Object>> objectives(Drilled drill) {
        List<Map<String, @Nullable Object>> objectives = new ArrayList<>();
        for (Verdict verdict : drill.objectives()) {
            Map<String, @Nullable Object> map = SummaryFile.verdict(verdict);
            if (PlanTime.marks(drill, verdict)) {
                map.put("timeScale", PlanTime.of(drill.scenario()).scale());
            }
            drill.repeated().ifPresent(runs -> map.put("over", over(runs, verdict)));
            objectives.add(map);
        }
        return objectives;
    }

    private static Map<String, @Nullable Object> over(Repeated runs, Verdict verdict) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("runs", runs.runs().size());
        runs.counted(verdict.id()).forEach((status, count) -> map.put(status.name(), count));
        map.put("measured", runs.spread(verdict.id()).map(Spread::measured).orElse(0));
        runs.spread(verdict.id()).ifPresent(spread -> {
            map.put("worst", SummaryFile.measured(spread.worst()));
            map.put("median", SummaryFile.measured(spread.median()));
            map.put("spread", SummaryFile.measured(spread.spread()));
        });
        return map;
    }

    /** Gives what was predicted beside what came out; it is no verdict. */
    static List<Map<String, String>> predictions(Drilled drill) {
        return Prediction.of(drill.result()).stream()
                .map(prediction -> Map.of(
                        "objective", prediction.name(),
                        "predicted", prediction.predicted(),
                        "outcome", prediction.outcome().name(),
                        "said", RunsInWords.said(drill, prediction)))
                .toList();
    }
}
