package io.firedrill.evidence;

import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.scenario.Problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The end of a run as a person reads it: what held, what did not and why, where to look. */
public final class ResultTable {
    private final Terminal terminal;
    private final List<String> lines = new ArrayList<>();

    private ResultTable(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Writes the table.
     *
     * @param places name to file or folder, for instance {@code report} to the Allure page
     */
    public static List<String> of(Run run, Terminal terminal, Map<String, String> places) {
        ResultTable table = new ResultTable(terminal);
        table.problems(run.problems());
        table.drills(run.drills());
        table.twins(run.twins());
        table.sentences(run);
        table.end(run, places);
        return table.lines;
    }

    private void problems(List<Problem> problems) {
        if (!problems.isEmpty()) {
            lines.add("");
            lines.add(problems.size()
                    + " problems in scenario files or switches; nothing was started:");
            problems.forEach(problem -> lines.add("  " + problem));
        }
    }

    private void drills(List<Drilled> drills) {
        if (drills.isEmpty()) {
            return;
        }
        Columns columns =
                new Columns("drill", "verdict", "objective", "target", "measured", "reason");
        for (Drilled drill : drills) {
            String id = drill.scenario().id();
            String status = drill.word();
            columns.add(id, status, "", "", Figures.minutes(drill.lasted()) + " min", "");
            for (Verdict verdict : drill.objectives()) {
                columns.add(
                        "",
                        word(verdict),
                        verdict.id(),
                        verdict.target(),
                        verdict.measured().map(Figures::measured).orElse(""),
                        verdict.reason().map(Enum::name).orElse(""));
            }
            for (Verdict doubt : doubts(drill)) {
                String reason = doubt.reason().map(Enum::name).orElse("");
                columns.add("", word(doubt), doubt.id(), "", "", reason);
            }
        }
        lines.add("");
        columns.write(this::painted).forEach(lines::add);
    }

    private static List<Verdict> doubts(Drilled drill) {
        return drill.doubts().stream()
                .filter(verdict -> !word(verdict).equals("DRY"))
                .toList();
    }

    private static String word(Verdict verdict) {
        boolean dry = verdict.reason().filter(Reason.DRY_RUN::equals).isPresent();
        return dry ? "DRY" : verdict.status().name();
    }

    private void twins(List<Drilled> twins) {
        if (twins.isEmpty()) {
            return;
        }
        Columns columns =
                new Columns("twin (sabotaged system)", "verdict", "must turn red", "for", "was");
        for (Drilled drill : twins) {
            TwinCatch found = TwinCatch.of(drill.scenario().twin().orElseThrow(), drill.result());
            columns.add(
                    drill.scenario().id(),
                    found.caught() ? "caught" : "NOT CAUGHT",
                    found.twin().objective(),
                    found.twin().reason(),
                    found.caught() ? "" : found.faults().get(0));
        }
        lines.add("");
        columns.write(this::painted).forEach(lines::add);
    }

    private void sentences(Run run) {
        lines.add("");
        run.drilled().forEach(this::reruns);
        for (Drilled drill : run.drills()) {
            drill.result().verdicts().stream()
                    .filter(verdict ->
                            drill.result().dry() || verdict.status() != Verdict.Status.PASS)
                    .forEach(verdict ->
                            lines.add(drill.scenario().id() + ": " + Leaf.sentence(verdict)));
        }
    }

    private void reruns(Drilled drill) {
        for (Drilled before : drill.earlier()) {
            lines.add(drill.scenario().id() + ": run once more, for the run before did not tell: "
                    + before.why() + " (its pack: " + before.pack() + ")");
        }
    }

    private void end(Run run, Map<String, String> places) {
        if (run.dry()) {
            long ready = run.drills().stream()
                    .filter(drill -> drill.result().rehearsed())
                    .count();
            lines.add(painted(run.word()) + ": " + Leaf.DRY + "; " + ready + " of " + run.planned()
                    + " drills are ready to be run, no twin was run");
            places(run, places);
            return;
        }
        long passed = run.drills().stream().filter(Run::good).count();
        long caught = run.twins().stream().filter(Run::good).count();
        lines.add(painted(run.verdict().name()) + ": " + passed + " of "
                + run.drills().size()
                + " drills passed, " + caught + " of " + run.twins().size() + " twins caught, "
                + run.drilled().size() + " of " + run.planned() + " planned were run, "
                + Figures.minutes(Duration.between(run.started(), run.ended())) + " min");
        places(run, places);
    }

    private void places(Run run, Map<String, String> places) {
        lines.add("mode: " + run.mode());
        run.notes().forEach(note -> lines.add("note: " + note));
        places.forEach((name, place) -> lines.add(name + ": " + place));
    }

    private String painted(String word) {
        return switch (word.strip()) {
            case "PASS", "caught" -> terminal.paint(Terminal.Colour.GREEN, word);
            case "FAIL", "NOT CAUGHT" -> terminal.paint(Terminal.Colour.RED, word);
            case "INCONCLUSIVE" -> terminal.paint(Terminal.Colour.YELLOW, word);
            default -> word;
        };
    }
}
