package io.firedrill.cli;

import io.firedrill.evidence.Terminal;
import io.firedrill.scenario.Problem;
import io.firedrill.scenario.Reading;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.ScenarioReader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a drill and says in plain words what it does. */
final class ExplainCommand {
    private final Terminal terminal;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Gives the exit code. */
    int run(String drill, List<Path> folders) {
        Optional<Path> file = Optional.of(Path.of(drill)).filter(Files::isRegularFile);
        List<Path> roots = file.map(it -> List.of(system(it))).orElse(folders);
        Reading reading = new ScenarioReader().read(roots, AtHand.vocabulary());
        Optional<Scenario> found = scenarios(reading)
                .filter(it -> file.map(wanted -> same(wanted, it.file()))
                        .orElse(it.id().equals(drill)))
                .findFirst();
        if (found.isEmpty()) {
            notFound(drill, reading);
            return Exit.PROBLEMS;
        }
        List<Scenario> twins = reading.twins().stream()
                .filter(it -> it.twin().orElseThrow().of().equals(found.get().id()))
                .toList();
        new Explanation(found.get(), twins).lines().forEach(terminal::line);
        return Exit.FINE;
    }

    private static Stream<Scenario> scenarios(Reading reading) {
        return Stream.concat(reading.drills().stream(), reading.twins().stream());
    }

    private static boolean same(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    /** The nearest folder above that holds a system. */
    private static Path system(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        return Stream.iterate(whole, Objects::nonNull, Path::getParent)
                .filter(above -> Files.isRegularFile(above.resolve("system.yaml")))
                .findFirst()
                .orElse(whole);
    }

    private void notFound(String drill, Reading reading) {
        for (Problem problem : reading.problems()) {
            terminal.line(problem.toString());
        }
        String known = String.join(", ", scenarios(reading).map(Scenario::id).toList());
        terminal.line("no drill '" + drill + "' that can be run; "
                + (known.isEmpty() ? "there is none" : "there are: " + known)
                + (reading.problems().isEmpty()
                        ? ""
                        : ". Mend the problems above: a file with one is missing here"));
    }
}
