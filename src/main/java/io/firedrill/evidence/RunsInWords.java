package io.firedrill.evidence;

import io.firedrill.check.Prediction;
import io.firedrill.check.Spread;
import io.firedrill.check.Verdict;
import io.firedrill.scenario.Repetition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what there is to say of a drill that was run more than once, and of its predictions. */
public final class RunsInWords {
    private RunsInWords() {}

    /** Says of each run that did not tell that it was run again, and where its pack is. */
    public static List<String> reruns(Drilled drill) {
        return drill.earlier().stream()
                .map(before -> "run once more, for the run before did not tell: " + before.why()
                        + " (its pack: " + before.pack() + ")")
                .toList();
    }

    /** Gives one sentence for each of several runs; none for a drill that was run once. */
    static List<String> runs(Drilled drill) {
        List<String> lines = new ArrayList<>();
        for (Drilled run : drill.runs()) {
            String later = run.fact(Repetition.SHIFT);
            lines.add(name(drill, run) + ": " + run.result().status()
                    + (later.isEmpty() ? "" : ", first fault later by " + later)
                    + measured(run) + (run.why().isEmpty() ? "" : "; " + run.why())
                    + " (its pack: " + run.pack() + ")");
            reruns(run).forEach(line -> lines.add(name(drill, run) + ": " + line));
        }
        return lines;
    }

    private static String measured(Drilled run) {
        return run.objectives().stream()
                .filter(verdict -> verdict.measured().isPresent())
                .map(verdict -> ", " + verdict.id() + " "
                        + Figures.measured(verdict.measured().orElseThrow())
                        + PlanTime.mark(run, verdict))
                .collect(Collectors.joining());
    }

    /** Names one of several runs: {@code run 2 of 5}. */
    static String name(Drilled drill, Drilled run) {
        return "run " + (drill.runs().indexOf(run) + 1) + " of "
                + drill.scenario().about().repeat();
    }

    /** Gives worst, median and spread; one line where every run measured the same. */
    static List<String> spread(Spread spread, int runs) {
        List<String> lines = new ArrayList<>();
        if (spread.spread().high() == 0) {
            lines.add(Figures.measured(spread.worst()) + " each");
        } else {
            lines.add("worst " + Figures.measured(spread.worst()));
            lines.add("median " + Figures.measured(spread.median()));
            lines.add("spread " + Figures.measured(spread.spread()));
        }
        if (spread.measured() < runs) {
            lines.add("measured in " + spread.measured() + " of " + runs + " runs");
        }
        return lines;
    }

    /** Gives what an objective measured over the runs; nothing for a drill that was run once. */
    static Optional<Spread> spread(Drilled drill, Verdict verdict) {
        return drill.repeated().flatMap(runs -> runs.spread(verdict.id()));
    }

    /** Says a prediction beside its outcome. */
    public static String said(Drilled drill, Prediction prediction) {
        String worst =
                drill.runs().isEmpty() ? "" : " (the worst of " + drill.runs().size() + " runs)";
        return "predicted " + prediction.name() + " " + prediction.predicted() + ", "
                + prediction.said() + worst;
    }
}
