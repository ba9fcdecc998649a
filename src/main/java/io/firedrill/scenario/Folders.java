package io.firedrill.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Knows which file is what by its place: systems, their drills, the twins of these. */
final class Folders {
    static final String SYSTEM_FILE = "system.yaml";
    static final String COMMUNICATION_FILE = "communication.yaml";
    static final String PROGRAMME_FILE = "programme.yaml";
    static final String FINDINGS_FILE = "findings.yaml";
    private static final Predicate<String> COMPOSE = Pattern.compile(
                    "compose.*\\.ya?ml|.*\\.compose\\.ya?ml|docker-compose.*\\.ya?ml")
            .asMatchPredicate();
    private static final Predicate<String> DRILL_KEY =
            Pattern.compile("^drill[ ]*:", Pattern.MULTILINE).asPredicate();

    private Folders() {}

    /** Gives the systems under a root; the root itself where it is a system. */
    static List<Path> systems(Path root, Gathering gathering) {
        if (Files.isRegularFile(root.resolve(SYSTEM_FILE))) {
            return List.of(root);
        }
        List<Path> folders =
                list(root, gathering).stream().filter(Files::isDirectory).toList();
        List<Path> systems = folders.stream().filter(Folders::concernsUs).toList();
        if (systems.isEmpty()) {
            note(root, "holds no system", "needed: <system>/" + SYSTEM_FILE, gathering);
        }
        return systems;
    }

    private static boolean concernsUs(Path folder) {
        return Files.exists(folder.resolve(SYSTEM_FILE))
                || !yamlFiles(folder, new Gathering()).isEmpty();
    }

    /** Gives the programme's place: beside the system's folder, whichever root was asked for. */
    static Path programme(Path system) {
        return beside(system, PROGRAMME_FILE);
    }

    /** Gives the place of the ledger of findings, beside the programme's. */
    static Path findings(Path system) {
        return beside(system, FINDINGS_FILE);
    }

    private static Path beside(Path system, String file) {
        Path plain = system.normalize();
        Path named = plain.toString().isEmpty() || plain.endsWith("..")
                ? plain.toAbsolutePath().normalize()
                : plain;
        return named.resolveSibling(file);
    }

    /** Names the systems in a folder. */
    static List<String> systemNames(Path root) {
        return list(root, new Gathering()).stream()
                .filter(folder -> Files.isRegularFile(folder.resolve(SYSTEM_FILE)))
                .map(Folders::name)
                .toList();
    }

    /**
     * Gives the files of a system that are drills; notes files that only look like drills.
     *
     * @param composed its Compose files, which are none
     */
    static List<Path> drills(Path system, Set<Path> composed, Gathering gathering) {
        for (Path file : list(system, gathering)) {
            if (name(file).endsWith(".yml") && DRILL_KEY.test(head(file))) {
                note(file, "is a drill whose name does not end in .yaml", "", gathering);
            }
        }
        List<Path> drills = yamlFiles(system, gathering).stream()
                .filter(file -> !name(file).equals(SYSTEM_FILE))
                .filter(file -> !name(file).equals(COMMUNICATION_FILE))
                .filter(file -> !composed.contains(file.normalize()))
                .toList();
        if (drills.isEmpty()) {
            note(system, "holds no drill", "needed: <drill>.yaml beside " + SYSTEM_FILE, gathering);
        }
        return drills;
    }

    private static String head(Path file) {
        return YamlFile.text(new Problems(file)).orElse("");
    }

    /** Gives the folders in which the twins of a system's drills lie, one for each drill. */
    static List<Path> twinFolders(Path system, Gathering gathering) {
        Path twins = system.resolve("twins");
        return Files.isDirectory(twins)
                ? list(twins, gathering).stream().filter(Files::isDirectory).toList()
                : List.of();
    }

    /** Gives the YAML files of a folder that are not Compose files. */
    static List<Path> yamlFiles(Path folder, Gathering gathering) {
        return list(folder, gathering).stream()
                .filter(file -> name(file).endsWith(".yaml") && !COMPOSE.test(name(file)))
                .filter(file -> !Files.isDirectory(file))
                .toList();
    }

    private static List<Path> list(Path folder, Gathering gathering) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            note(folder, "is no folder that can be read", "", gathering);
            return List.of();
        }
    }

    private static void note(Path file, String what, String allowed, Gathering gathering) {
        Problems problems = new Problems(file);
        problems.whole(what, allowed, "");
        gathering.close(problems);
    }

    /** Gives the last part of the path, also of {@code .}. */
    static String name(Path path) {
        Path last = path.toAbsolutePath().normalize().getFileName();
        return last == null ? "" : last.toString();
    }

    /** Gives the name of a file without {@code .yaml}. */
    static String stem(Path file) {
        String name = name(file);
        return name.endsWith(".yaml") ? name.substring(0, name.length() - 5) : name;
    }
}
