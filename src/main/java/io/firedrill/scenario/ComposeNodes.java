package io.firedrill.scenario;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Finds its way in the nodes of a Compose file, merge keys and tags included. */
final class ComposeNodes {
    private static final String RESET = "!reset";
    private static final String OVERRIDE = "!override";

    private ComposeNodes() {}

    /** Finds an attribute, its own first, then in what is merged in with {@code <<}. */
    static Optional<Node> attribute(Node mapping, String key) {
        return own(mapping, key)
                .or(() -> own(mapping, "<<").flatMap(merged -> inMerged(merged, key)));
    }

    private static Optional<Node> inMerged(Node merged, String key) {
        List<Node> sources =
                merged instanceof SequenceNode list ? list.getValue() : List.of(merged);
        return sources.stream()
                .flatMap(source -> attribute(source, key).stream())
                .findFirst();
    }

    private static Optional<Node> own(Node mapping, String key) {
        return tuples(mapping).stream()
                .filter(tuple -> text(tuple.getKeyNode()).equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    /** Gives the entries under a key of a mapping; none where there is no such mapping. */
    static List<NodeTuple> entries(Node mapping, String key) {
        return attribute(mapping, key).map(ComposeNodes::tuples).orElse(List.of());
    }

    /** Gives the entries of a mapping, none of anything else. */
    static List<NodeTuple> tuples(Node node) {
        return node instanceof MappingNode mapping ? mapping.getValue() : List.of();
    }

    /** Gives the items of a list, none of anything else. */
    static List<Node> items(Node node) {
        return node instanceof SequenceNode list ? list.getValue() : List.of();
    }

    /** Gives a scalar's text, or nothing. */
    static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** Tells whether the node takes away what lies below it. */
    static boolean isReset(Node node) {
        return node.getTag().getValue().equals(RESET);
    }

    /** Tells whether the node replaces what lies below it. */
    static boolean isOverride(Node node) {
        return node.getTag().getValue().equals(OVERRIDE);
    }
}
