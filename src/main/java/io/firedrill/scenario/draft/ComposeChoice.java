package io.firedrill.scenario.draft;

import io.firedrill.DrillException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Compose files of a system, and the folder that becomes the system's.
 *
 * @param folder the folder of the first file, as it was given
 * @param files the files, to be laid over each other in that order
 */
public record ComposeChoice(Path folder, List<Path> files) {
    private static final String NAME_REGEX = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
    private static final List<String> USUAL =
            List.of("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml");
    private static final List<String> OVERRIDES = List.of(
            "compose.override.yaml",
            "compose.override.yml",
            "docker-compose.override.yaml",
            "docker-compose.override.yml");

    /**
     * Chooses them as Compose does: a folder stands for the Compose file in it, and the usual
     * override beside a usual file is taken along.
     *
     * @throws DrillException where a file is not there, lies elsewhere than the first one, or the
     *     folder has a name that no system can have
     */
    public static ComposeChoice of(List<Path> given) {
        List<Path> files =
                given.stream().flatMap(ComposeChoice::taken).distinct().toList();
        Path folder = Optional.ofNullable(files.get(0).getParent()).orElse(Path.of("."));
        for (Path file : files) {
            Path home = Optional.ofNullable(file.getParent()).orElse(Path.of("."));
            if (!absolute(home).startsWith(absolute(folder))) {
                throw new DrillException(file + " lies outside " + folder + ", the folder of the"
                        + " first file; the Compose files of a system lie in its folder");
            }
        }
        String name = name(absolute(folder));
        if (!name.matches(NAME_REGEX)) {
            throw new DrillException("the folder is called '" + name + "', and a system bears the"
                    + " name of its folder; allowed are letters, digits, '-', '_' and '.', at most"
                    + " 64. Rename the folder, or copy the Compose file into another one");
        }
        return new ComposeChoice(folder, files);
    }

    private static Stream<Path> taken(Path given) {
        if (Files.isDirectory(given)) {
            return taken(USUAL.stream()
                    .map(given::resolve)
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow(() -> new DrillException(given + " holds no Compose file; looked"
                            + " for: " + String.join(", ", USUAL))));
        }
        if (!Files.isRegularFile(given)) {
            throw new DrillException(given + " is not there; needed: a Compose file");
        }
        Stream<Path> beside = USUAL.contains(name(given))
                ? OVERRIDES.stream()
                        .map(given::resolveSibling)
                        .filter(Files::isRegularFile)
                        .limit(1)
                : Stream.empty();
        return Stream.concat(Stream.of(given), beside);
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static String name(Path path) {
        return Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
    }

    /** Gives the name that the system will bear. */
    public String system() {
        return name(absolute(folder));
    }

    /** Names the files from the system's folder. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        files.forEach(file -> names.add(
                absolute(folder).relativize(absolute(file)).toString().replace('\\', '/')));
        return names;
    }
}
