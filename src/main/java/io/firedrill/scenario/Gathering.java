package io.firedrill.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers what was read from all files. */
final class Gathering {
    private final Map<String, Scenario> drills = new TreeMap<>();
    private final Map<String, Scenario> twins = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** Takes the problems of a file that has been read. */
    void close(Problems file) {
        problems.addAll(file.list());
    }

    /** Takes a drill; a second one of the same id is a problem of its file. */
    void drill(Scenario drill) {
        put(drills, drill);
    }

    /** Takes a twin. */
    void twin(Scenario twin) {
        put(twins, twin);
    }

    /** Takes the findings of a ledger. */
    void findings(List<Finding> more) {
        findings.addAll(more);
    }

    /** Gives the drills so far, by id. */
    Map<String, Scenario> drills() {
        return Map.copyOf(drills);
    }

    private void put(Map<String, Scenario> scenarios, Scenario scenario) {
        Scenario first = scenarios.putIfAbsent(scenario.id(), scenario);
        if (first != null) {
            String what = "has the id '" + scenario.id() + "' of " + first.file();
            problems.add(new Problem(
                    scenario.file(), 0, 0, what, "ids are unique over all folders", ""));
        }
    }

    /** Counts the problems so far. */
    int count() {
        return problems.size();
    }

    /** Names the files with problems, from the given number of problems on. */
    List<Path> brokenSince(int count) {
        return problems.subList(count, problems.size()).stream()
                .map(Problem::file)
                .distinct()
                .toList();
    }

    /** Gives everything. */
    Reading reading() {
        List<Problem> sorted = problems.stream()
                .distinct()
                .sorted(Comparator.comparing(Problem::file)
                        .thenComparing(Problem::line)
                        .thenComparing(Problem::column))
                .toList();
        return new Reading(
                List.copyOf(drills.values()),
                List.copyOf(twins.values()),
                findings,
                sorted,
                sorted.stream().map(Problem::file).distinct().toList());
    }
}
