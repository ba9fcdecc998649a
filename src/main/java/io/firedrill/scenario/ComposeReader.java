package io.firedrill.scenario;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * Learns from Compose files only what validation needs: which services there are, whether they are
 * started, run on, are several, and can have relays. Everything else in them is Compose's own
 * matter.
 */
final class ComposeReader {
    private static final String COMPLETED = "service_completed_successfully";
    /** A number, or a variable with a number as its default. */
    private static final Pattern NUMBER =
            Pattern.compile("(?:\\$\\{[A-Za-z_][A-Za-z0-9_]*:?-)?([0-9]{1,3})}?");

    private final Map<String, Services.Service> services = new LinkedHashMap<>();
    private final Set<String> endingByThemselves = new LinkedHashSet<>();

    private ComposeReader() {}

    /** Lays the files over each other, first to last. */
    static Services read(List<Value> files, boolean complete) {
        ComposeReader reader = new ComposeReader();
        files.forEach(reader::lay);
        reader.endingByThemselves.forEach(name -> reader.services.computeIfPresent(
                name, (same, service) -> service.endingByItself()));
        return new Services(reader.services, complete);
    }

    private void lay(Value file) {
        ComposeNodes.entries(file.node(), "services").forEach(tuple -> layService(file, tuple));
    }

    private void layService(Value file, NodeTuple tuple) {
        String name = ComposeNodes.text(tuple.getKeyNode());
        Node service = tuple.getValueNode();
        if (name.isEmpty() || name.equals("<<")) {
            return;
        }
        if (ComposeNodes.isReset(service)) {
            services.remove(name);
            return;
        }
        Services.Service below = ComposeNodes.isOverride(service) ? null : services.get(name);
        ComposeService found = ComposeService.of(file, service);
        services.put(name, over(below == null ? Services.Service.PLAIN : below, found));
        ComposeNodes.entries(service, "depends_on").forEach(this::noteEnd);
    }

    private void noteEnd(NodeTuple dependency) {
        ComposeNodes.attribute(dependency.getValueNode(), "condition")
                .filter(condition -> ComposeNodes.text(condition).equals(COMPLETED))
                .ifPresent(condition ->
                        endingByThemselves.add(ComposeNodes.text(dependency.getKeyNode())));
    }

    private static Services.Service over(Services.Service below, ComposeService service) {
        boolean started = service.attribute("profiles")
                .map(profiles -> ComposeNodes.isReset(profiles)
                        || NodeGuard.children(profiles).isEmpty())
                .orElse(below.started() || below.replicas() == 0);
        int replicas = service.attribute("scale")
                .or(() -> service.attribute("deploy")
                        .flatMap(it -> ComposeNodes.attribute(it, "replicas")))
                .map(ComposeReader::count)
                .orElse(below.replicas());
        return new Services.Service(
                started && replicas > 0,
                service.text("network_mode").orElse(below.networkMode()),
                service.text("pid").orElse(below.pid()),
                replicas,
                false);
    }

    /** What a variable stands for is not known here, so its default is taken; one is usual. */
    private static int count(Node node) {
        Matcher number = NUMBER.matcher(ComposeNodes.text(node));
        return number.matches() ? Integer.parseInt(number.group(1)) : 1;
    }
}
