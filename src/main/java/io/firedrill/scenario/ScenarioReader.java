package io.firedrill.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
        for (Path root : roots.stream().distinct().toList()) {
            for (Path folder : Folders.systems(root, gathering)) {
                new SystemReader(folder, vocabulary, gathering).read(environment);
            }
        }
        return gathering.reading();
    }
}
