package io.firedrill.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Learns from Compose files only what validation needs: which services there are, and whether they
 * are started and can have relays. Everything else in them is Compose's own matter.
 */
final class ComposeReader {
    private static final String RESET = "!reset";
    private static final String OVERRIDE = "!override";

    private final Map<String, Services.Service> services = new LinkedHashMap<>();

    private ComposeReader() {}

    /** Lays the files over each other, first to last. */
    static Services read(List<Value> files, boolean complete) {
        ComposeReader reader = new ComposeReader();
        files.forEach(reader::lay);
        return new Services(reader.services, complete);
    }

    /** Notes what would keep services out of sight. */
    static void check(Value file) {
        attribute(file.node(), "include")
                .ifPresent(include -> file.problems()
                        .at(
                                include,
                                "'include' is not followed",
                                "list each Compose file under 'compose'",
                                ""));
    }

    private void lay(Value file) {
        attribute(file.node(), "services").stream()
                .flatMap(node -> tuples(node).stream())
                .forEach(this::layService);
    }

    private void layService(NodeTuple tuple) {
        String name = text(tuple.getKeyNode());
        Node service = tuple.getValueNode();
        String tag = service.getTag().getValue();
        if (name.isEmpty() || name.equals("<<")) {
            return;
        }
        if (tag.equals(RESET)) {
            services.remove(name);
            return;
        }
        Services.Service below = tag.equals(OVERRIDE) ? null : services.get(name);
        services.put(name, over(below == null ? Services.Service.PLAIN : below, service));
    }

    private static Services.Service over(Services.Service below, Node service) {
        boolean started = attribute(service, "profiles")
                .map(profiles ->
                        isReset(profiles) || NodeGuard.children(profiles).isEmpty())
                .orElse(below.started());
        boolean scaledToZero = attribute(service, "scale")
                .or(() -> attribute(service, "deploy").flatMap(it -> attribute(it, "replicas")))
                .filter(scale -> text(scale).equals("0"))
                .isPresent();
        String network = attribute(service, "network_mode")
                .map(mode -> isReset(mode) ? "" : text(mode))
                .orElse(below.networkMode());
        return new Services.Service(started && !scaledToZero, network);
    }

    private static boolean isReset(Node node) {
        return node.getTag().getValue().equals(RESET);
    }

    /** Finds an attribute, its own first, then in what is merged in with {@code <<}. */
    private static Optional<Node> attribute(Node mapping, String key) {
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

    private static List<NodeTuple> tuples(Node node) {
        return node instanceof MappingNode mapping ? mapping.getValue() : List.of();
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
