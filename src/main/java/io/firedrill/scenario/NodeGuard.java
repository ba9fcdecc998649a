package io.firedrill.scenario;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Refuses what would exhaust a walker of the tree: aliases that contain themselves, aliases that
 * multiply, and, where asked, tags beyond those of plain YAML.
 */
final class NodeGuard {
    private static final long MOST_NODES = 50_000;
    private static final Set<Tag> PLAIN =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP, Tag.MERGE);
    private static final Extent OPEN = new Extent(-1, -1);

    private final Problems problems;
    private final boolean anyTag;
    private final IdentityHashMap<Node, Extent> extents = new IdentityHashMap<>();

    NodeGuard(Problems problems, boolean anyTag) {
        this.problems = problems;
        this.anyTag = anyTag;
    }

    /** How many nodes a node stands for with every alias written out, and how deep it is. */
    private record Extent(long nodes, int height) {}

    /** Gives the tree back if it is harmless, else notes why not. */
    Optional<Node> passed(Node root) {
        int before = problems.count();
        Extent all = extent(root);
        if (all.nodes() > MOST_NODES || all.height() > BoundedParser.DEEPEST) {
            problems.at(
                    root,
                    "aliases multiply beyond all bounds",
                    "allowed: " + MOST_NODES + " nodes and " + BoundedParser.DEEPEST
                            + " levels with every alias written out",
                    "");
        }
        return problems.count() == before ? Optional.of(root) : Optional.empty();
    }

    private Extent extent(Node node) {
        Extent known = extents.get(node);
        if (OPEN.equals(known)) {
            problems.at(node, "an alias contains itself", "", "");
            return new Extent(1, 1);
        }
        return known == null ? measure(node) : known;
    }

    private Extent measure(Node node) {
        extents.put(node, OPEN);
        checkTag(node);
        long nodes = 1;
        int height = 0;
        for (Node child : children(node)) {
            Extent extent = extent(child);
            nodes = Math.min(MOST_NODES + 1, nodes + extent.nodes());
            height = Math.max(height, extent.height());
        }
        Extent extent = new Extent(nodes, height + 1);
        extents.put(node, extent);
        return extent;
    }

    private void checkTag(Node node) {
        if (!anyTag && !PLAIN.contains(node.getTag())) {
            String tag = node.getTag().getValue().replaceFirst("^" + Tag.PREFIX, "!!");
            problems.at(node, "tag " + Quote.of(tag), "no tags are allowed here", "");
        }
    }

    /** Gives the nodes directly inside. */
    static List<Node> children(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream()
                    .flatMap(tuple -> Stream.of(tuple.getKeyNode(), tuple.getValueNode()))
                    .toList();
        }
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
    }
}
