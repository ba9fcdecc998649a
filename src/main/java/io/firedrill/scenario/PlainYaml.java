package io.firedrill.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Somebody else's YAML as maps, lists and texts: merged keys ({@code <<}) written out, every scalar
 * as it is written, Compose's tags {@code !reset} and {@code !override} kept.
 */
final class PlainYaml {
    private static final String MERGE = "<<";

    private PlainYaml() {}

    /** What takes the place of what lies below it, instead of being merged with it. */
    record Override(Object value) {}

    /** Stands for {@code !reset}: what lies below it is taken away. */
    enum Reset {
        NOTHING
    }

    /** Converts a tree whose size and depth were bounded when it was read. */
    static Object of(Node node) {
        return switch (node.getTag().getValue()) {
            case "!reset" -> Reset.NOTHING;
            case "!override" -> new Override(plain(node));
            default -> plain(node);
        };
    }

    private static Object plain(Node node) {
        if (node instanceof MappingNode mapping) {
            return map(mapping);
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(PlainYaml::of).toList();
        }
        boolean nothing = node.getTag().equals(Tag.NULL);
        return nothing ? "" : ((ScalarNode) node).getValue();
    }

    private static Map<String, Object> map(MappingNode mapping) {
        Map<String, Object> own = new LinkedHashMap<>();
        Map<String, Object> merged = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (key.equals(MERGE)) {
                sources(tuple.getValueNode())
                        .forEach(source -> source.forEach(merged::putIfAbsent));
            } else {
                own.put(key, of(tuple.getValueNode()));
            }
        }
        merged.forEach(own::putIfAbsent);
        return own;
    }

    private static List<Map<String, Object>> sources(Node merged) {
        List<Node> nodes =
                merged instanceof SequenceNode sequence ? sequence.getValue() : List.of(merged);
        return nodes.stream().map(node -> asMap(of(node))).toList();
    }

    /** Lays one value over another as Compose does: maps key by key, lists end to end. */
    static Object over(Object below, Object above) {
        if (above instanceof Override instead) {
            return instead.value();
        }
        if (below instanceof Map<?, ?> && above instanceof Map<?, ?>) {
            Map<String, Object> both = new LinkedHashMap<>(asMap(below));
            asMap(above).forEach((key, value) -> put(both, key, value));
            return both;
        }
        if (below instanceof List<?> first && above instanceof List<?> second) {
            List<Object> both = new ArrayList<>(first);
            second.stream().filter(it -> !both.contains(it)).forEach(both::add);
            return both;
        }
        return above;
    }

    private static void put(Map<String, Object> map, String key, Object value) {
        Object below = map.get(key);
        if (value == Reset.NOTHING) {
            map.remove(key);
        } else if (value instanceof Map<?, ?> && !(below instanceof Map<?, ?>)) {
            map.put(key, over(Map.of(), value));
        } else {
            map.put(key, over(below == null ? "" : below, value));
        }
    }

    /** Gives a mapping; an empty one where the value is none. */
    static Map<String, Object> asMap(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> there) {
            there.forEach((key, inside) -> map.put(String.valueOf(key), inside));
        }
        return map;
    }

    /** Gives the texts of a list, or the one text that stands without a list. */
    static List<String> texts(Object value) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .toList();
        }
        return value instanceof String text && !text.isEmpty() ? List.of(text) : List.of();
    }
}
