package io.firedrill.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What was read below some folders.
 *
 * @param drills the drills whose files, and whose system's files, are free of problems; by id
 * @param twins the twins of which the same is true; by id
 * @param problems every problem of every file, by file and place
 * @param broken every file with a problem, each once: where it is a drill or a twin, it is missing
 *     above
 * @param programmes the programmes of the roots that have one, in the order of the roots
 */
public record Reading(
        List<Scenario> drills,
        List<Scenario> twins,
        List<Problem> problems,
        List<Path> broken,
        List<Programme> programmes) {

    /** Makes one of folders without a programme. */
    public Reading(
            List<Scenario> drills,
            List<Scenario> twins,
            List<Problem> problems,
            List<Path> broken) {
        this(drills, twins, problems, broken, List.of());
    }

    /** Copies the lists. */
    public Reading {
        drills = List.copyOf(drills);
        twins = List.copyOf(twins);
        problems = List.copyOf(problems);
        broken = List.copyOf(broken);
        programmes = List.copyOf(programmes);
    }

    /** Finds the programme of a drill or twin: that of the root in which its system lies. */
    public Optional<Programme> programme(Scenario scenario) {
        return programmes.stream()
                .filter(it -> Folders.under(it.file(), scenario.file()))
                .findFirst();
    }
}
