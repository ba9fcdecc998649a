package io.firedrill.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads systems, drills and twins and validates them as a whole: every problem of every file is
 * found at once, and nothing else happens. It neither prints nor starts anything, and whatever a
 * file holds, the result is a {@link Reading}.
 */
public final class ScenarioReader {
    private final Map<String, String> environment;

    /** Makes a reader that takes secrets from the environment of this process. */
    public ScenarioReader() {
        this(System.getenv());
    }

    /** Makes a reader that takes secrets from the given environment. */
    ScenarioReader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * Reads every system below the roots.
     *
     * @param roots folders that hold a folder for each system, or are a system themselves
     * @param vocabulary the faults, objectives and capabilities at hand
     */
    public Reading read(List<Path> roots, Vocabulary vocabulary) {
        Gathering gathering = new Gathering();
        Set<Path> ledgers = new LinkedHashSet<>();
        for (Path root : roots.stream().distinct().toList()) {
            for (Path folder : Folders.systems(root, gathering)) {
                new SystemReader(folder, vocabulary, gathering).read(environment);
                ledgers.add(Folders.findings(folder));
            }
        }
        ledgers.stream().filter(Files::exists).forEach(file -> findings(file, gathering));
        return gathering.reading();
    }

    /** Read last, for only then the drills are known that findings are about. */
    private static void findings(Path file, Gathering gathering) {
        Problems problems = new Problems(file);
        SystemReader.opened(file, problems)
                .map(it -> it.fields(Shapes.FINDINGS))
                .map(fields -> new FindingsBinder(file, gathering.drills()).bind(fields))
                .ifPresent(gathering::findings);
        gathering.close(problems);
    }
}
