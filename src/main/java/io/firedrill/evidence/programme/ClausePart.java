package io.firedrill.evidence.programme;

import io.firedrill.evidence.Html;
import io.firedrill.evidence.programme.Grid.Cell;
import io.firedrill.scenario.Scenario;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The part of the page on what the drills are evidence toward: clauses, and customer care. */
final class ClausePart {
    private final Standing standing;

    ClausePart(Standing standing) {
        this.standing = standing;
    }

    /** Writes it. */
    void write(Html html) {
        clauses(html);
        care(html);
    }

    private void clauses(Html html) {
        IndexPage.heading(html, "Clauses");
        html.leaf("p", "For every line: " + Clauses.CAVEAT + ".", "class", "note");
        html.leaf(
                "p",
                "What a clause asks is said in our own words. 'Now' is what the objectives last"
                        + " said that are evidence toward it, not whether it is met.",
                "class",
                "small");
        Grid grid = new Grid(
                "Clauses that drills are evidence toward",
                "Clause",
                "Asks, in short",
                "Strength",
                "Now",
                "Last evidence",
                "From",
                "Looked up");
        List<Clause> stale = standing.clauses().stale(Standing.day(standing.at()));
        for (Clause clause : standing.clauses().all()) {
            Proofs proofs = Proofs.of(
                    standing,
                    (drill, objective) -> clause.objectives().contains(Clause.EVERY_DRILL)
                            || standing.clauses().of(objective.kind()).contains(clause));
            grid.row(
                    Cell.of(clause.id(), clause.source()),
                    Cell.of(clause.text()),
                    Cell.of(weight(clause, proofs)),
                    Cell.verdict(proofs.verdict()),
                    Cell.of(proofs.newest()),
                    Cell.of(proofs.counted()),
                    stale.contains(clause)
                            ? new Cell(
                                    clause.checked() + ", too long ago",
                                    "unsure",
                                    "",
                                    List.of(),
                                    List.of())
                            : Cell.of(clause.checked().toString()));
        }
        grid.write(html);
    }

    /** The strongest of those that count; a clause without a drill keeps the registry's word. */
    private static String weight(Clause clause, Proofs proofs) {
        Optional<Clauses.Weight> best = proofs.all().stream()
                .map(Proofs.Proof::drill)
                .distinct()
                .map((Scenario drill) -> Clauses.weight(clause, drill))
                .min(Comparator.comparing(Clauses.Weight::strength)
                        .thenComparing(Clauses.Weight::lowered));
        return best.map(Clauses.Weight::words).orElse(clause.strength().word());
    }

    private void care(Html html) {
        IndexPage.heading(html, "Customer care");
        html.leaf(
                "p",
                "What writing on customer care asks of a plan for outages, in fifteen points of our"
                        + " own words, and which checks are evidence for each.",
                "class",
                "small");
        Grid grid = new Grid(
                "Fifteen points of customer care",
                "Point",
                "Now",
                "Last evidence",
                "From",
                "Checks",
                "Not used by any drill");
        int number = 1;
        for (CarePoint point : CarePoint.ALL) {
            Proofs proofs = Proofs.of(
                    standing, (drill, objective) -> point.checks().contains(objective.kind()));
            grid.row(
                    Cell.of(number + ". " + point.asks()),
                    Cell.verdict(proofs.verdict()),
                    Cell.of(proofs.newest()),
                    Cell.of(proofs.counted()),
                    Cell.of(String.join(", ", point.checks())),
                    Cell.of(unused(point)));
            number++;
        }
        grid.write(html);
    }

    private String unused(CarePoint point) {
        List<String> unused = point.checks().stream()
                .filter(check -> standing.drills().stream()
                        .flatMap(drill -> drill.objectives().stream())
                        .noneMatch(objective -> objective.kind().equals(check)))
                .toList();
        return unused.isEmpty() ? "-" : String.join(", ", unused);
    }
}
