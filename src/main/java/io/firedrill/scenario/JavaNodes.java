package io.firedrill.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Makes of Java values the nodes that a YAML file would be read to, each with the line of the Java
 * source that gave it.
 *
 * @param source the name of that source file, as far as it is known
 */
record JavaNodes(Path source) {
    private static final DumpSettings SETTINGS = DumpSettings.builder().build();
    private static final Path UNKNOWN = Path.of("a drill built in Java");
    private static final String OWN = "io.firedrill.scenario.";
    private static final String FRONT = "io.firedrill.junit.Drills";

    /** Makes them for whoever calls the builder. */
    static JavaNodes ofCaller() {
        return new JavaNodes(StackWalker.getInstance()
                .walk(frames -> frames.filter(JavaNodes::his)
                        .findFirst()
                        .flatMap(frame -> Optional.ofNullable(frame.getFileName()))
                        .map(Path::of)
                        .orElse(UNKNOWN)));
    }

    private static boolean his(StackWalker.StackFrame frame) {
        String type = frame.getClassName();
        return !type.equals(OWN + "JavaNodes")
                && !type.equals(OWN + "DrillBuilder")
                && !type.startsWith(FRONT);
    }

    /** Makes a node; one that is there already keeps its place. */
    Node node(@Nullable Object value) {
        return node(value, here());
    }

    /** Makes a mapping of what has its places already. */
    Node mapping(List<NodeTuple> tuples) {
        return new MappingNode(Tag.MAP, true, List.copyOf(tuples), FlowStyle.AUTO, here(), here());
    }

    private Optional<Mark> here() {
        int line = StackWalker.getInstance()
                .walk(frames -> frames.filter(JavaNodes::his)
                        .filter(frame -> source.toString().equals(frame.getFileName()))
                        .map(StackWalker.StackFrame::getLineNumber)
                        .findFirst()
                        .orElse(0));
        return Optional.of(new Mark(source.toString(), 0, line - 1, -1, new int[0], 0));
    }

    private static Node node(@Nullable Object value, Optional<Mark> at) {
        if (value instanceof Node node) {
            return node;
        }
        if (value instanceof Map<?, ?> map) {
            List<NodeTuple> tuples = inOrder(map).entrySet().stream()
                    .map(entry -> new NodeTuple(
                            scalar(Tag.STR, entry.getKey(), at), node(entry.getValue(), at)))
                    .toList();
            return new MappingNode(Tag.MAP, true, tuples, FlowStyle.AUTO, at, at);
        }
        if (value instanceof Iterable<?> list) {
            List<Node> items = new java.util.ArrayList<>();
            list.forEach(item -> items.add(node(item, at)));
            return new SequenceNode(Tag.SEQ, true, items, FlowStyle.AUTO, at, at);
        }
        return scalar(value, at);
    }

    private static Node scalar(@Nullable Object value, Optional<Mark> at) {
        if (value == null) {
            return scalar(Tag.NULL, "null", at);
        }
        if (value instanceof Duration duration) {
            return scalar(Tag.STR, DurationText.write(duration), at);
        }
        if (value instanceof Boolean) {
            return scalar(Tag.BOOL, value.toString(), at);
        }
        if (value instanceof Integer || value instanceof Long) {
            return scalar(Tag.INT, value.toString(), at);
        }
        Tag tag = value instanceof Number ? Tag.FLOAT : Tag.STR;
        return scalar(tag, value.toString(), at);
    }

    private static Node scalar(Tag tag, String value, Optional<Mark> at) {
        return new ScalarNode(tag, true, value, ScalarStyle.PLAIN, at, at);
    }

    /** Gives a map in its own order where it has one, else sorted: the same at each run. */
    static Map<String, Object> inOrder(Map<?, ?> map) {
        Map<String, Object> ordered =
                map instanceof LinkedHashMap ? new LinkedHashMap<>() : new TreeMap<>();
        map.forEach((key, value) -> ordered.put(String.valueOf(key), value));
        return ordered;
    }

    /** Writes a node as a file would hold it. */
    static String text(Node node) {
        var events = new Serialize(SETTINGS).serializeOne(node);
        return new Present(SETTINGS).emitToString(events.iterator());
    }
}
