package io.firedrill.evidence;

import io.firedrill.check.Prediction;
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
            String runs = drill.runs().isEmpty() ? "" : ", " + drill.runs().size() + " runs";
            columns.add(id, status, "", "", Figures.minutes(drill.lasted()) + " min" + runs, "");
            drill.objectives().forEach(verdict -> objective(columns, drill, verdict));
            for (Verdict doubt : doubts(drill)) {
                String reason = doubt.reason().map(Enum::name).orElse("");
                columns.add("", word(doubt), doubt.id(), "", "", reason);
            }
        }
        lines.add("");
        columns.write(this::painted).forEach(lines::add);
    }

    private static void objective(Columns columns, Drilled drill, Verdict verdict) {
        List<String> measured = RunsInWords.spread(drill, verdict)
                .map(spread -> RunsInWords.spread(spread, drill.runs().size()))
                .orElseGet(
                        () -> List.of(verdict.measured().map(Figures::measured).orElse("")));
        columns.add(
                "",
                word(verdict),
                verdict.id(),
                verdict.target(),
                measured.get(0) + PlanTime.mark(drill, verdict),
                verdict.reason().map(Enum::name).orElse(""));
        measured.stream().skip(1).forEach(more -> columns.add("", "", "", "", more, ""));
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
        for (Drilled drill : run.drilled()) {
            RunsInWords.reruns(drill).forEach(line -> say(drill, line));
            RunsInWords.runs(drill).forEach(line -> say(drill, line));
        }
        for (Drilled drill : run.drills()) {
            ToldChecks.asked(drill).forEach(line -> say(drill, line));
            PeopleAsked.of(drill).ifPresent(people -> say(drill, people.sentence()));
            drill.result().verdicts().stream()
                    .filter(verdict ->
                            drill.result().dry() || verdict.status() != Verdict.Status.PASS)
                    .forEach(verdict -> say(drill, Leaf.sentence(verdict)));
            Prediction.of(drill.result()).stream()
                    .filter(prediction -> prediction.outcome() == Prediction.Outcome.DRIFTED)
                    .forEach(prediction -> say(drill, RunsInWords.said(drill, prediction)));
        }
    }

    private void say(Drilled drill, String sentence) {
        lines.add(drill.scenario().id() + ": " + sentence);
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
