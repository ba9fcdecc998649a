package io.firedrill.scenario;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * The files that Compose files {@code include}. Compose itself follows them when a system starts;
 * here it is found out what they hold.
 *
 * @param home the folder that no file may be outside of
 */
record Includes(Confined home) {
    private static final String ALLOWED = "allowed: files inside the system's folder";

    /**
     * An included file.
     *
     * @param base the folder from which it names others
     */
    record Included(Path file, Path base) {}

    /**
     * Gives what a file includes, in order; what cannot be followed is a problem where it stands.
     *
     * @param base the folder from which the file names others
     * @param above the files that led to this one, itself among them
     */
    List<Included> of(Value file, Path base, List<Path> above) {
        List<Included> found = new ArrayList<>();
        for (Node item : ComposeNodes.attribute(file.node(), "include")
                .map(ComposeNodes::items)
                .orElse(List.of())) {
            List<Path> paths = paths(item).stream()
                    .flatMap(path -> existing(file, path, base, above).stream())
                    .toList();
            paths.forEach(path -> found.add(new Included(path, beside(item, base, paths.get(0)))));
        }
        return found;
    }

    /** Reads {@code file}, {@code {path: file}} and {@code {path: [file, file]}}. */
    private static List<Node> paths(Node item) {
        if (item instanceof ScalarNode) {
            return List.of(item);
        }
        return ComposeNodes.attribute(item, "path")
                .map(path -> path instanceof ScalarNode ? List.of(path) : ComposeNodes.items(path))
                .orElse(List.of());
    }

    private static Path beside(Node item, Path base, Path first) {
        return ComposeNodes.attribute(item, "project_directory")
                .map(directory -> base.resolve(ComposeNodes.text(directory)).normalize())
                .orElseGet(() -> first.resolveSibling(""));
    }

    private Optional<Path> existing(Value file, Node named, Path base, List<Path> above) {
        String text = ComposeNodes.text(named);
        String wrong = "";
        try {
            Path path = base.resolve(text).normalize();
            if (text.isEmpty() || text.contains("$") || text.contains("://") || !home.holds(path)) {
                wrong = "is no file inside the system's folder";
            } else if (!Files.isRegularFile(path)) {
                wrong = "is not there";
            } else if (above.contains(path)) {
                wrong = "includes itself";
            } else {
                return Optional.of(path);
            }
        } catch (InvalidPathException e) {
            wrong = "is no name of a file";
        }
        file.problems().at(named, "included " + Quote.of(text) + " " + wrong, ALLOWED, "");
        return Optional.empty();
    }
}
