package io.firedrill.evidence.programme;

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
    void write(PageWriter page) {
        clauses(page);
        care(page);
    }

    private void clauses(PageWriter page) {
        page.part("Clauses");
        page.note("For every line: " + Clauses.CAVEAT + ".");
        page.small("What a clause asks is said in our own words. 'Now' is what the objectives last"
                + " said that are evidence toward it, not whether it is met: PASS where all of"
                + " them passed and none has expired, PARTLY where some were never run or"
                + " have expired.");
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
                    Cell.day(proofs.newest()),
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
        page.table(grid);
    }

    /** The strongest of the drills that told; where none did, the registry's own word. */
    private static String weight(Clause clause, Proofs proofs) {
        Optional<Clauses.Weight> best = proofs.all().stream()
                .filter(proof -> proof.when().isPresent())
                .map(Proofs.Proof::drill)
                .distinct()
                .map((Scenario drill) -> Clauses.weight(clause, drill))
                .min(Comparator.comparing(Clauses.Weight::strength)
                        .thenComparing(Clauses.Weight::lowered));
        return best.map(Clauses.Weight::words).orElse(clause.strength().word());
    }

    private void care(PageWriter page) {
        page.part("Customer care");
        page.small(
                "What writing on customer care asks of a plan for outages, in fifteen points of our"
                        + " own words, and which checks are evidence for each.");
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
                    Cell.day(proofs.newest()),
                    Cell.of(proofs.counted()),
                    Cell.of(String.join(", ", point.checks())),
                    Cell.of(unused(point)));
            number++;
        }
        page.table(grid);
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
