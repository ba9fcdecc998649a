package io.firedrill.cli;

import io.firedrill.evidence.Terminal;
import io.firedrill.scenario.Problem;
import io.firedrill.scenario.Reading;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.ScenarioReader;

import java.nio.file.Path;
import java.util.List;

/** Reads scenario folders and tells every problem. */
final class ValidateCommand {
    private final Terminal terminal;

    ValidateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Gives the exit code. */
    int run(List<Path> folders) {
        Reading reading = new ScenarioReader().read(folders, AtHand.vocabulary());
        reading.problems().forEach(problem -> terminal.line(problem.toString()));
        terminal.line(reading.problems().isEmpty() ? found(reading) : counted(reading.problems()));
        return reading.problems().isEmpty() ? Exit.FINE : Exit.PROBLEMS;
    }

    private static String found(Reading reading) {
        long systems = reading.drills().stream()
                .map(Scenario::system)
                .map(system -> system.folder())
                .distinct()
                .count();
        return "No problems: " + Counted.of(systems, "system") + ", "
                + Counted.of(reading.drills().size(), "drill") + ", "
                + Counted.of(reading.twins().size(), "twin");
    }

    /** Says how many problems there are in how many files. */
    static String counted(List<Problem> problems) {
        long files = problems.stream().map(Problem::file).distinct().count();
        return Counted.of(problems.size(), "problem") + " in " + Counted.of(files, "file");
    }
}
