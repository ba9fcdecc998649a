package io.firedrill.evidence.programme;

import io.firedrill.evidence.programme.Grid.Cell;
import io.firedrill.scenario.Programme;
import io.firedrill.scenario.Scenario;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The part of the page on what is covered, and what is due. */
final class CoveragePart {
    private final Standing standing;
    private final List<Pair> pairs;

    CoveragePart(Standing standing, List<Pair> pairs) {
        this.standing = standing;
        this.pairs = pairs;
    }

    /** Writes it. */
    void write(PageWriter page) {
        page.part("Coverage");
        long current = pairs.stream().filter(this::current).count();
        page.line(
                pairs.isEmpty()
                        ? "No programme says what is to be covered."
                        : current + " of " + pairs.size()
                                + " have passed a drill that has not expired. Each threat to a"
                                + " function counts once for each system that has a drill for it:"
                                + " one system does not stand in for another.");
        counts(page);
        map(page);
        strangers(page);
        due(page);
    }

    private boolean current(Pair pair) {
        return pair.verdict().equals("PASS") && !pair.overdue(standing.at());
    }

    private void counts(PageWriter page) {
        Grid grid = new Grid(
                "Coverage by function",
                "Function",
                "Owner",
                "To be covered",
                "Passed and current",
                "Failed",
                "Not known or expired",
                "No drill");
        Map<Programme.Function, List<Pair>> byFunction = pairs.stream()
                .collect(Collectors.groupingBy(
                        Pair::function, LinkedHashMap::new, Collectors.toList()));
        byFunction.forEach((function, of) -> {
            long passed = of.stream().filter(this::current).count();
            long failed = count(of, "FAIL");
            long none = count(of, Pair.NO_DRILL);
            grid.row(
                    Cell.of(function.id(), function.title()),
                    Cell.of(function.owner().isEmpty() ? "not stated" : function.owner()),
                    Cell.of(Integer.toString(of.size())),
                    number(passed, "pass"),
                    number(failed, "fail"),
                    number(of.size() - passed - failed - none, "unsure"),
                    number(none, "unsure"));
        });
        page.table(grid);
    }

    private static long count(List<Pair> pairs, String verdict) {
        return pairs.stream().filter(pair -> pair.verdict().equals(verdict)).count();
    }

    private static Cell number(long count, String style) {
        return new Cell(Long.toString(count), count == 0 ? "" : style, "", List.of(), List.of());
    }

    private void map(PageWriter page) {
        Grid grid = new Grid(
                "Function by threat",
                "Function",
                "Threat",
                "System",
                "Last said",
                "Last drilled",
                "Due",
                "Drills");
        pairs.forEach(pair -> grid.row(
                Cell.of(pair.function().id()),
                Cell.of(pair.threat()),
                Cell.of(pair.system().isEmpty() ? "-" : pair.system()),
                said(pair),
                Cell.day(pair.told().map(it -> Standing.day(it).toString()).orElse("never")),
                Cell.of(due(pair), every(pair)),
                Cell.of(drills(pair), without(pair))));
        page.table(grid);
    }

    /**
     * A verdict that has expired is shown as expired: a green word beside an old day is misread.
     */
    private Cell said(Pair pair) {
        boolean expired = pair.due().isPresent() && pair.overdue(standing.at());
        if (expired && pair.verdict().equals("PASS")) {
            return new Cell("EXPIRED", "unsure", "", List.of("it was PASS"), List.of());
        }
        return Cell.verdict(pair.verdict());
    }

    private String due(Pair pair) {
        if (pair.drills().isEmpty()) {
            return "a drill must be written";
        }
        if (pair.failed()) {
            return "now: it failed; again once that is mended";
        }
        if (pair.overdue(standing.at())) {
            return pair.due()
                    .map(due -> "now; was due " + Standing.day(due))
                    .orElse("now; never drilled with a result");
        }
        return Standing.day(pair.due().orElse(Instant.MAX)).toString();
    }

    private static String every(Pair pair) {
        return "every " + pair.every().toDays() + " days";
    }

    private static String drills(Pair pair) {
        return pair.drills().isEmpty()
                ? "none among those read"
                : pair.drills().stream()
                        .map(drill -> drill.id() + " (" + drill.about().level().word() + ")")
                        .collect(Collectors.joining(", "));
    }

    /** Names the systems of the function that have no drill for the threat. */
    private String without(Pair pair) {
        List<String> open = pair.function().systems().stream()
                .filter(system -> pairs.stream()
                        .filter(other -> other.function().equals(pair.function()))
                        .filter(other -> other.threat().equals(pair.threat()))
                        .noneMatch(other -> other.system().equals(system)))
                .toList();
        return open.isEmpty() ? "" : "no drill on " + String.join(", ", open);
    }

    /** Drills that the map has no place for are not hidden. */
    private void strangers(PageWriter page) {
        List<String> ids = standing.drills().stream()
                .filter(drill -> pairs.stream().noneMatch(pair -> pair.drills().contains(drill)))
                .map(Scenario::id)
                .toList();
        if (!ids.isEmpty() && !pairs.isEmpty()) {
            page.small(
                    "For no function and threat of the programme: " + String.join(", ", ids) + ".");
        }
    }

    private void due(PageWriter page) {
        page.part("Due next");
        Grid grid = new Grid(
                "What must be drilled next", "Due", "Function", "Threat", "System", "Drills");
        pairs.stream()
                .filter(pair -> !pair.drills().isEmpty())
                .sorted(Comparator.comparing(
                        pair -> pair.failed() ? Instant.MIN : pair.due().orElse(Instant.MIN)))
                .limit(12)
                .forEach(pair -> grid.row(
                        new Cell(
                                due(pair),
                                pair.overdue(standing.at()) ? "fail" : "",
                                "",
                                List.of(),
                                List.of()),
                        Cell.of(pair.function().id()),
                        Cell.of(pair.threat()),
                        Cell.of(pair.system()),
                        Cell.of(drills(pair))));
        page.table(grid);
        long open = pairs.stream().filter(pair -> pair.drills().isEmpty()).count();
        if (open > 0) {
            page.line(open + " threats of a function have no drill at all; see above.");
        }
    }
}
