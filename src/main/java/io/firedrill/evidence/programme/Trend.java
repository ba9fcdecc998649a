package io.firedrill.evidence.programme;

import io.firedrill.check.Verdict.Measured;
import io.firedrill.evidence.Figures;
import io.firedrill.evidence.PastRun;
import io.firedrill.evidence.PastRun.Value;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a measured value moved over the runs of a drill.
 *
 * @param values from the earliest run to the last one; at least one
 */
record Trend(Scenario drill, String objective, List<Value> values) {
    private static final int ENOUGH = 3;
    private static final int MOST = 20;

    /** Gives the trend of each value that was ever measured, drill by drill. */
    static List<Trend> of(Standing standing) {
        List<Trend> trends = new ArrayList<>();
        for (Scenario drill : standing.drills()) {
            List<PastRun> runs = standing.past().stream()
                    .filter(run -> run.id().equals(drill.id()) && run.tells())
                    .toList();
            for (Objective objective : drill.objectives()) {
                List<Value> values = runs.stream()
                        .flatMap(run ->
                                Optional.ofNullable(run.measured().get(objective.id())).stream())
                        .toList();
                if (!values.isEmpty()) {
                    trends.add(new Trend(drill, objective.id(), values));
                }
            }
        }
        return List.copyOf(trends);
    }

    /** Gives the value of the last run. */
    Value now() {
        return values.get(values.size() - 1);
    }

    /** Gives the last runs, at most {@value #MOST}. */
    List<Value> shown() {
        return values.subList(Math.max(0, values.size() - MOST), values.size());
    }

    /** Says whether nothing was ever lost, doubled or missing: nothing to draw. */
    boolean alwaysZero() {
        return values.stream().allMatch(value -> value.low() == 0 && value.high() == 0);
    }

    /** Writes a value with its error, or without where that was not kept. */
    static String written(Value value) {
        return value.known()
                ? Figures.measured(new Measured(value.low(), value.high(), value.unit()))
                : Figures.plain(value.middle()) + " (error not kept)";
    }

    /** Says how the last run compares with those before it. */
    String said() {
        if (values.size() < 2) {
            return "first run";
        }
        Value now = now();
        Value before = values.get(values.size() - 2);
        return "was " + written(before) + ": " + compared(now, before) + spread(now);
    }

    private static String compared(Value now, Value before) {
        if (!now.known() || !before.known() || !now.unit().equals(before.unit())) {
            return "not comparable, for the error of one of them was not kept";
        }
        boolean apart = now.low() > before.high() || now.high() < before.low();
        if (!apart) {
            return now.low() == before.low() && now.high() == before.high()
                    ? "the same"
                    : "no difference beyond the error";
        }
        boolean more = now.low() > before.high();
        return (more == now.moreIsBetter() ? "better" : "worse") + " by more than the error";
    }

    /** A recovery depends on the moment of the fault: the past runs say how much. */
    private String spread(Value now) {
        List<Value> past = values.subList(0, values.size() - 1).stream()
                .filter(value -> value.known() && value.unit().equals(now.unit()))
                .toList();
        if (past.size() < ENOUGH || !now.known()) {
            return "";
        }
        double low = past.stream().mapToDouble(Value::low).min().orElseThrow();
        double high = past.stream().mapToDouble(Value::high).max().orElseThrow();
        boolean outside = now.low() > high || now.high() < low;
        return (outside ? "; OUTSIDE" : "; inside") + " the spread of the " + past.size()
                + " runs before, " + Figures.plain(low) + " to " + Figures.plain(high)
                + (now.unit().isEmpty() ? "" : " " + now.unit());
    }
}
