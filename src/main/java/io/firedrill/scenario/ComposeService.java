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
 * A service of a Compose file, with those that it {@code extends}.
 *
 * @param nodes its own first
 */
record ComposeService(List<Node> nodes) {
    private static final int DEEPEST = 8;

    /** Follows what the service extends, in its own file and beside it. */
    static ComposeService of(Value file, Node service) {
        List<Node> nodes = new ArrayList<>(List.of(service));
        Optional<Base> base = base(new Base(file, service));
        while (base.isPresent() && nodes.size() < DEEPEST) {
            nodes.add(base.get().service());
            base = base(base.get());
        }
        return new ComposeService(List.copyOf(nodes));
    }

    /** A service and the file that it is in. */
    private record Base(Value file, Node service) {}

    private static Optional<Base> base(Base from) {
        return ComposeNodes.attribute(from.service(), "extends").flatMap(extended -> {
            String name = extended instanceof ScalarNode
                    ? ComposeNodes.text(extended)
                    : ComposeNodes.attribute(extended, "service")
                            .map(ComposeNodes::text)
                            .orElse("");
            return ComposeNodes.attribute(extended, "file")
                    .map(ComposeNodes::text)
                    .map(file -> opened(from.file(), file))
                    .orElse(Optional.of(from.file()))
                    .flatMap(file -> in(file, name));
        });
    }

    private static Optional<Base> in(Value file, String name) {
        return ComposeNodes.attribute(file.node(), "services")
                .flatMap(services -> ComposeNodes.attribute(services, name))
                .map(service -> new Base(file, service));
    }

    /**
     * Opens what can be read inside the folder; the rest has been noted, or Compose will say it.
     */
    private static Optional<Value> opened(Value from, String file) {
        return inside(from, file)
                .filter(Files::isRegularFile)
                .flatMap(path -> YamlFile.foreign(new Problems(path)));
    }

    /** Finds a file inside the folder of the Compose file that names it. */
    static Optional<Path> inside(Value from, String file) {
        try {
            Path folder = from.problems().file().resolveSibling("");
            Path path = from.problems().file().resolveSibling(file).normalize();
            return new Confined(folder).holds(path) ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Finds an attribute, its own first. */
    Optional<Node> attribute(String key) {
        return nodes.stream()
                .flatMap(node -> ComposeNodes.attribute(node, key).stream())
                .findFirst();
    }

    /** Finds the text of an attribute; empty text where it is reset. */
    Optional<String> text(String key) {
        return attribute(key)
                .map(node -> ComposeNodes.isReset(node) ? "" : ComposeNodes.text(node));
    }
}
