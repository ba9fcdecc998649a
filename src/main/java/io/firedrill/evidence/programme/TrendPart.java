package io.firedrill.evidence.programme;

import io.firedrill.evidence.PlanTime;
import io.firedrill.evidence.ToldChecks;
import io.firedrill.evidence.programme.Grid.Cell;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The part of the page on how measured values move. */
final class TrendPart {
    private static final Set<String> TIMES = Set.of("", "ms", "s", "min", "h");

    private final Standing standing;

    TrendPart(Standing standing) {
        this.standing = standing;
    }

    /** Writes it. */
    void write(PageWriter page) {
        page.part("Trend");
        List<Trend> trends = Trend.of(standing);
        page.small(
                trends.isEmpty()
                        ? "No value was measured in any run that is kept here."
                        : "Each bar is one run, from the lowest the value may have been to the"
                                + " highest; the last run is the last bar. A recovery depends on"
                                + " the moment of the fault, so one run is one sample.");
        Grid grid = new Grid(
                "How measured values moved",
                "Drill",
                "Value",
                "Last run",
                "Against before",
                "Runs");
        trends.stream().filter(trend -> !trend.alwaysZero()).forEach(trend -> row(grid, trend));
        page.table(grid);
        String zero = trends.stream()
                .filter(Trend::alwaysZero)
                .map(trend -> trend.drill().id() + " " + trend.objective())
                .collect(Collectors.joining(", "));
        if (!zero.isEmpty()) {
            page.small("Exactly 0 in every run that is kept, so not shown above: " + zero + ".");
        }
    }

    private void row(Grid grid, Trend trend) {
        String runs = trend.values().size() == 1 ? "1 run" : trend.values().size() + " runs";
        grid.row(
                Cell.of(trend.drill().id())
                        .to(standing.links().getOrDefault(trend.drill().id(), "")),
                Cell.of(trend.objective()),
                Cell.of(Trend.written(trend.now()) + scaled(trend)),
                Cell.of(trend.said()),
                new Cell(runs, "", "", List.of(Sparks.words(trend)), Sparks.of(trend)));
    }

    /** A time of which nobody knows the unit any more may be a scaled one. */
    private static String scaled(Trend trend) {
        boolean told = trend.drill().objectives().stream()
                .filter(objective -> objective.id().equals(trend.objective()))
                .anyMatch(objective -> ToldChecks.is(objective.kind()));
        boolean time = TIMES.contains(trend.now().unit());
        boolean marked = told && time && PlanTime.of(trend.drill()).scaled();
        return marked ? " (times of the plan are scaled: no result in real time)" : "";
    }
}
