package io.firedrill.scenario;

import java.nio.file.Path;
import java.util.List;

/**
 * What was read below some folders.
 *
 * @param drills the drills whose files, and whose system's files, are free of problems; by id
 * @param twins the twins of which the same is true; by id
 * @param findings the known gaps that the ledger beside the systems lists
 * @param problems every problem of every file, by file and place
 * @param broken every file with a problem, each once: where it is a drill or a twin, it is missing
 *     above
 */
public record Reading(
        List<Scenario> drills,
        List<Scenario> twins,
        List<Finding> findings,
        List<Problem> problems,
        List<Path> broken) {

    /** Copies the lists. */
    public Reading {
        drills = List.copyOf(drills);
        twins = List.copyOf(twins);
        findings = List.copyOf(findings);
        problems = List.copyOf(problems);
        broken = List.copyOf(broken);
    }
}
