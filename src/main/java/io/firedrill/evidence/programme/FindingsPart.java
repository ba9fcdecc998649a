package io.firedrill.evidence.programme;

import io.firedrill.evidence.KnownGaps;
import io.firedrill.evidence.programme.Grid.Cell;
import io.firedrill.scenario.Finding;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The part of the page on known gaps, the oldest that is not closed first. */
final class FindingsPart {
    private final Standing standing;
    private final List<Finding> findings;
    private final LocalDate today;

    FindingsPart(Standing standing, List<Finding> findings) {
        this.standing = standing;
        this.findings = findings;
        this.today = Standing.day(standing.at());
    }

    /** Writes it. */
    void write(PageWriter page) {
        page.part("Findings");
        page.small(
                findings.isEmpty()
                        ? "No finding is recorded in findings.yaml beside the systems. A FAIL is"
                                + " none until somebody owns it: each report proposes the entry."
                        : "Known gaps, as people recorded them in findings.yaml. One that is open"
                                + " and in time does not fail the build; one that is overdue, or"
                                + " that holds again and is not closed, does. No verdict is changed"
                                + " by it.");
        Grid grid = new Grid(
                "Findings by age", "Finding", "What", "State", "Owner", "Found", "Due", "Retest");
        findings.stream()
                .sorted(Comparator.comparing((Finding it) -> it.closing().isPresent())
                        .thenComparing(Finding::found)
                        .thenComparing(Finding::id))
                .forEach(finding -> row(grid, finding));
        page.table(grid);
    }

    private void row(Grid grid, Finding finding) {
        Finding.About about = finding.about();
        grid.row(
                Cell.of(finding.id(), finding.severity(), finding.kind()),
                Cell.of(
                                about.what(),
                                about.drill() + "/" + about.objective(),
                                finding.cause().isEmpty()
                                        ? "root cause not stated"
                                        : "cause: " + finding.cause())
                        .to(standing.links().getOrDefault(about.drill(), "")),
                state(finding),
                Cell.of(finding.owner()),
                Cell.of(finding.found().toString(), age(finding)),
                due(finding),
                Cell.of(finding.closing()
                        .map(closing -> closing.on() + ": " + closing.retest())
                        .orElse("open")));
    }

    private Cell state(Finding finding) {
        Finding.State state = finding.on(today);
        String style = switch (state) {
            case CLOSED -> "pass";
            case OVERDUE -> "fail";
            case OPEN, ACCEPTED -> "unsure";
        };
        List<String> risk = finding.accepted()
                .map(it -> List.of("accepted by " + it.by() + ": " + it.why()))
                .orElse(List.of());
        return new Cell(state.name().toLowerCase(Locale.ROOT), style, "", risk, List.of());
    }

    private String age(Finding finding) {
        LocalDate end = finding.closing().map(Finding.Closing::on).orElse(today);
        String days = KnownGaps.days(ChronoUnit.DAYS.between(finding.found(), end));
        return finding.closing().isPresent() ? "was open for " + days : days + " old";
    }

    private Cell due(Finding finding) {
        String until = finding.accepted()
                .map(risk -> "risk accepted until " + risk.until())
                .orElse("");
        return Cell.of(finding.due().toString(), until);
    }
}
