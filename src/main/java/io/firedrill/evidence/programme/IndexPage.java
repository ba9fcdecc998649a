package io.firedrill.evidence.programme;

import io.firedrill.evidence.Figures;
import io.firedrill.evidence.ThisRun;
import io.firedrill.evidence.programme.Grid.Cell;
import io.firedrill.scenario.Finding;
import io.firedrill.scenario.Programme;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The page on the programme as a whole: what is covered by whom, what is due, how values move, and
 * what it is evidence toward. One file that opens without network and script, on a phone and on
 * paper. The same standing gives the same page.
 */
public final class IndexPage {
    private static final String NOT_STATED = "not stated";
    private static final List<String> PARTS = List.of(
            "This run",
            "Coverage",
            "Due next",
            "Trend",
            "Targets",
            "Fidelity",
            "Findings",
            "Clauses",
            "Customer care",
            "Packs");

    private final Standing standing;
    private final List<Finding> findings;
    private final PageWriter page = new PageWriter();

    private IndexPage(Standing standing, List<Finding> findings) {
        this.standing = standing;
        this.findings = findings;
    }

    /**
     * Puts the page together.
     *
     * @param findings the known gaps
     */
    public static IndexPage of(Standing standing, List<Finding> findings) {
        IndexPage page = new IndexPage(standing, findings);
        page.write();
        return page;
    }

    private void write() {
        head();
        run();
        new CoveragePart(standing, Pair.of(standing)).write(page);
        new TrendPart(standing).write(page);
        targets();
        fidelity();
        new FindingsPart(standing, findings).write(page);
        new ClausePart(standing).write(page);
        packs();
    }

    /** Gives the page: one file that needs neither network nor script. */
    public String html() {
        return page.html("Firedrill: " + title());
    }

    /** Gives the same as a PDF, without the pictures. */
    public byte[] pdf() {
        return page.pdf(title(), standing.at());
    }

    private String title() {
        return standing.programmes().isEmpty()
                ? "drills without a programme"
                : standing.programmes().stream()
                        .map(Programme::title)
                        .collect(Collectors.joining("; "));
    }

    private void head() {
        page.title(title());
        for (Programme programme : standing.programmes()) {
            page.line("Owner of the programme: " + stated(programme.owner()));
        }
        if (standing.programmes().isEmpty()) {
            page.note(
                    "There is no programme.yaml beside the systems: functions, intervals, targets,"
                            + " owners and fidelity are not stated, so nothing can be said of"
                            + " coverage and of what is due.");
        }
        page.small("As of " + minute(standing.at()) + ". All times are UTC.");
        page.note("Drills are run on copies of systems in a test environment. What is said below"
                + " is said of those copies; how alike they are to production is under"
                + " 'Fidelity'. Everywhere: " + Clauses.CAVEAT + ".");
        page.contents(PARTS);
    }

    private static String stated(String text) {
        return text.isEmpty() ? NOT_STATED : text;
    }

    private static String minute(Instant instant) {
        String text = instant.truncatedTo(ChronoUnit.MINUTES).toString();
        return text.replace('T', ' ').replace(":00Z", "");
    }

    private void run() {
        ThisRun run = standing.run();
        page.part("This run");
        page.verdict(run.verdict(), run.outcome());
        long passed = count(run.drills(), "PASS");
        long caught = count(run.twins(), "caught");
        page.line(passed + " of " + run.drills().size() + " drills passed, " + caught + " of "
                + run.twins().size()
                + " sabotaged twins were caught (a twin shows that its drill can fail), "
                + (run.drills().size() + run.twins().size()) + " of " + run.planned()
                + " planned were run; " + mode(run.mode()) + ", " + minute(run.started())
                + " to " + minute(run.finished()) + ".");
        run.notes().forEach(page::small);
        run.problems().forEach(page::note);
        Grid grid = new Grid("What did not hold in this run", "Drill", "What", "Verdict", "Why");
        run.wrong().forEach(row -> wrong(grid, row));
        page.table(grid);
        if (run.wrong().findAny().isEmpty() && run.problems().isEmpty()) {
            page.line("Nothing of what was run failed or is open.");
        }
    }

    private static long count(List<ThisRun.Row> rows, String word) {
        return rows.stream().filter(row -> row.verdict().equals(word)).count();
    }

    private static String mode(String mode) {
        return mode.equals("containers") ? "in containers" : "mode " + mode;
    }

    private void wrong(Grid grid, ThisRun.Row row) {
        if (row.open().isEmpty()) {
            grid.row(link(row), Cell.of("the drill"), Cell.verdict(row.verdict()), Cell.of(""));
        }
        row.open().stream()
                .filter(open -> !open.follows())
                .forEach(open -> grid.row(
                        link(row),
                        Cell.of(open.id()),
                        Cell.verdict(open.verdict()),
                        Cell.of(open.headline(), open.reason())));
    }

    private Cell link(ThisRun.Row row) {
        return Cell.of(row.id()).to(standing.links().getOrDefault(row.id(), ""));
    }

    private void targets() {
        page.part("Targets");
        page.small(
                "The team under test does not set its own limit: a drill may only tighten these.");
        Grid grid = new Grid(
                "Targets of functions", "Function", "Value", "Limit", "Source", "Approved by");
        for (Programme programme : standing.programmes()) {
            for (Programme.Function function : programme.functions()) {
                for (Programme.Target target : function.targets()) {
                    grid.row(
                            Cell.of(function.id(), function.title()),
                            Cell.of(target.value()),
                            Cell.of(target.limit()),
                            missing(target.source(), "no source stated"),
                            missing(target.approver(), "no approver stated"));
                }
            }
        }
        page.table(grid);
    }

    private static Cell missing(String text, String otherwise) {
        return text.isEmpty()
                ? new Cell(otherwise, "unsure", "", List.of(), List.of())
                : Cell.of(text);
    }

    private void fidelity() {
        page.part("Fidelity");
        page.small("How alike each component of the copies is to the one in production: image,"
                + " parameters that decide failover, replicas, amount of data. Where it is"
                + " not stated, what the drills say counts for less.");
        Grid grid = new Grid("How alike the copies are", "System", "Component", "Is", "In what");
        standing.drills().stream()
                .filter(drill -> drill.about().programme().isPresent())
                .collect(Collectors.toMap(
                        drill -> drill.system().name(),
                        drill -> drill,
                        (first, second) -> first,
                        TreeMap::new))
                .forEach((name, drill) -> {
                    Programme programme = drill.about().programme().orElseThrow();
                    drill.system().components().stream().sorted().forEach(component -> {
                        Programme.Fidelity is = programme.fidelity(name, component);
                        grid.row(
                                Cell.of(name),
                                Cell.of(component),
                                likeness(is.likeness()),
                                Cell.of(is.words()));
                    });
                });
        page.table(grid);
    }

    private static Cell likeness(Programme.Fidelity.Likeness likeness) {
        return switch (likeness) {
            case SAME -> Cell.of("same");
            case DIFFERS -> new Cell("differs", "unsure", "", List.of(), List.of());
            case NOT_STATED -> missing("", NOT_STATED);
        };
    }

    private void packs() {
        page.part("Packs");
        Grid grid = new Grid("Packs of this run", "Drill or twin", "Verdict", "Seconds");
        for (List<ThisRun.Row> rows :
                List.of(standing.run().drills(), standing.run().twins())) {
            rows.forEach(row -> grid.row(
                    link(row), Cell.verdict(row.verdict()), Cell.of(Figures.plain(row.seconds()))));
        }
        page.table(grid);
        page.way(
                "The same drills in Allure",
                "allure/index.html",
                " (written after this page, where Maven ran them).");
    }
}
