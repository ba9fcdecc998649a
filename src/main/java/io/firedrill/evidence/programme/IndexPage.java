package io.firedrill.evidence.programme;

import io.firedrill.evidence.Figures;
import io.firedrill.evidence.Html;
import io.firedrill.evidence.PlanTime;
import io.firedrill.evidence.ThisRun;
import io.firedrill.evidence.ToldChecks;
import io.firedrill.evidence.programme.Grid.Cell;
import io.firedrill.scenario.Programme;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The page on the programme as a whole: what is covered by whom, what is due, how values move, and
 * what it is evidence toward. One file that opens without network and script, on a phone and on
 * paper. The same standing gives the same page.
 */
public final class IndexPage {
    private static final String NOT_STATED = "not stated";
    private static final String[] PARTS = {
        "This run", "Coverage", "Due next", "Trend", "Targets", "Fidelity", "Clauses",
        "Customer care", "Packs"
    };

    private final Standing standing;
    private final Html html = new Html();

    private IndexPage(Standing standing) {
        this.standing = standing;
    }

    /** Writes the page. */
    public static String of(Standing standing) {
        return new IndexPage(standing).page();
    }

    private String page() {
        head();
        run();
        List<Pair> pairs = Pair.of(standing);
        new CoveragePart(standing, pairs).write(html);
        trend();
        targets();
        fidelity();
        new ClausePart(standing).write(html);
        packs();
        return html.page("Firedrill: " + title(), IndexStyle.SHEET);
    }

    private String title() {
        return standing.programmes().isEmpty()
                ? "drills without a programme"
                : standing.programmes().stream()
                        .map(Programme::title)
                        .collect(Collectors.joining("; "));
    }

    private void head() {
        html.leaf("h1", title());
        for (Programme programme : standing.programmes()) {
            html.leaf("p", "Owner of the programme: " + stated(programme.owner()));
        }
        if (standing.programmes().isEmpty()) {
            html.leaf(
                    "p",
                    "There is no programme.yaml beside the systems: functions, intervals, targets,"
                            + " owners and fidelity are not stated, so nothing can be said of"
                            + " coverage and of what is due.",
                    "class",
                    "note");
        }
        html.leaf("p", "As of " + minute(standing.at()) + ". All times are UTC.", "class", "small");
        html.leaf(
                "p",
                "Drills are run on copies of systems in a test environment. What is said below"
                        + " is said of those copies; how alike they are to production is under"
                        + " 'Fidelity'. Everywhere: " + Clauses.CAVEAT + ".",
                "class",
                "note");
        html.open("nav", "aria-label", "Parts of this page");
        for (String part : PARTS) {
            html.leaf("a", part, "href", "#" + anchor(part));
        }
        html.close("nav");
    }

    /** Writes the heading of a part. */
    static void heading(Html html, String part) {
        html.leaf("h2", part, "id", anchor(part));
    }

    private static String anchor(String part) {
        return part.toLowerCase(Locale.ROOT).replace(' ', '-');
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
        heading(html, "This run");
        html.open("p", "class", "verdict");
        html.leaf("span", run.verdict(), "class", Cell.verdict(run.verdict()).style());
        html.text(" - " + run.outcome()).close("p");
        long passed = count(run.drills(), "PASS");
        long caught = count(run.twins(), "caught");
        html.leaf(
                "p",
                passed + " of " + run.drills().size() + " drills passed, " + caught + " of "
                        + run.twins().size()
                        + " sabotaged twins were caught (a twin shows that its drill can fail), "
                        + (run.drills().size() + run.twins().size()) + " of " + run.planned()
                        + " planned were run; " + mode(run.mode()) + ", " + minute(run.started())
                        + " to " + minute(run.finished()) + ".");
        run.notes().forEach(note -> html.leaf("p", note, "class", "small"));
        run.problems().forEach(problem -> html.leaf("p", problem, "class", "fail"));
        Grid grid = new Grid("What did not hold in this run", "Drill", "What", "Verdict", "Why");
        run.wrong().forEach(row -> wrong(grid, row));
        grid.write(html);
        if (run.wrong().findAny().isEmpty() && run.problems().isEmpty()) {
            html.leaf("p", "Nothing of what was run failed or is open.");
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

    private void trend() {
        heading(html, "Trend");
        List<Trend> trends = Trend.of(standing);
        html.leaf(
                "p",
                trends.isEmpty()
                        ? "No value was measured in any run that is kept here."
                        : "Each bar is one run, from the lowest the value may have been to the"
                                + " highest; the last run is the last bar. A recovery depends on"
                                + " the moment of the fault, so one run is one sample.",
                "class",
                "small");
        Grid grid = new Grid(
                "How measured values moved", "Drill", "Value", "Last run", "Against before", "Runs");
        for (Trend trend : trends) {
            String runs = trend.values().size() == 1 ? "1 run" : trend.values().size() + " runs";
            grid.row(
                    Cell.of(trend.drill().id())
                            .to(standing.links().getOrDefault(trend.drill().id(), "")),
                    Cell.of(trend.objective()),
                    Cell.of(Trend.written(trend.now()) + scaled(trend)),
                    Cell.of(trend.said()),
                    new Cell(
                            runs, "", "", List.of(Sparks.words(trend)), Sparks.of(trend)));
        }
        grid.write(html);
    }

    private static String scaled(Trend trend) {
        boolean told = trend.drill().objectives().stream()
                .filter(objective -> objective.id().equals(trend.objective()))
                .anyMatch(objective ->
                        ToldChecks.is(objective.kind()));
        boolean scaled = PlanTime.of(trend.drill()).scaled();
        return told && scaled ? " (the plan's time is scaled: no result in real time)" : "";
    }

    private void targets() {
        heading(html, "Targets");
        html.leaf(
                "p",
                "The team under test does not set its own limit: a drill may only tighten these.",
                "class",
                "small");
        Grid grid =
                new Grid("Targets of functions", "Function", "Value", "Limit", "Source", "Approved by");
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
        grid.write(html);
    }

    private static Cell missing(String text, String otherwise) {
        return text.isEmpty()
                ? new Cell(otherwise, "unsure", "", List.of(), List.of())
                : Cell.of(text);
    }

    private void fidelity() {
        heading(html, "Fidelity");
        html.leaf(
                "p",
                "How alike each component of the copies is to the one in production: image,"
                        + " parameters that decide failover, replicas, amount of data. Where it is"
                        + " not stated, what the drills say counts for less.",
                "class",
                "small");
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
        grid.write(html);
    }

    private static Cell likeness(Programme.Fidelity.Likeness likeness) {
        return switch (likeness) {
            case SAME -> Cell.of("same");
            case DIFFERS -> new Cell("differs", "unsure", "", List.of(), List.of());
            case NOT_STATED -> missing("", NOT_STATED);
        };
    }

    private void packs() {
        heading(html, "Packs");
        Grid grid = new Grid("Packs of this run", "Drill or twin", "Verdict", "Seconds");
        for (List<ThisRun.Row> rows :
                List.of(standing.run().drills(), standing.run().twins())) {
            rows.forEach(row -> grid.row(
                    link(row),
                    Cell.verdict(row.verdict()),
                    Cell.of(Figures.plain(row.seconds()))));
        }
        grid.write(html);
        html.open("p").leaf("a", "The same drills in Allure", "href", "allure/index.html");
        html.text(" (written after this page, where Maven ran them).").close("p");
    }
}
