package io.firedrill.scenario;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * What a Compose file must not hold if its system is to be drilled: whatever would keep services
 * out of sight, lie beyond the system, or keep two runs from going on side by side.
 */
final class ComposeRules {
    private static final String OWN = "firedrill-";
    private static final String SELF_CONTAINED =
            "what is not part of the system cannot be drilled and must not be touched";
    private static final String DEFINE = "Define it in the Compose file itself";
    private static final Map<String, String> OUTSIDE = Map.of(
            "networks", "network", "volumes", "volume", "secrets", "secret", "configs", "config");

    private final Value file;

    private ComposeRules(Value file) {
        this.file = file;
    }

    /** Notes what one file holds that cannot work. */
    static void check(Value file) {
        ComposeRules rules = new ComposeRules(file);
        ComposeNodes.entries(file.node(), "services").forEach(rules::service);
        OUTSIDE.keySet().stream().sorted().forEach(rules::externals);
    }

    private void note(Node at, String what, String allowed, String hint) {
        file.problems().at(at, what, allowed, hint);
    }

    private void service(NodeTuple tuple) {
        String name = ComposeNodes.text(tuple.getKeyNode());
        Node service = tuple.getValueNode();
        if (name.startsWith(OWN)) {
            note(
                    tuple.getKeyNode(),
                    "service " + Quote.of(name) + " has a name that Firedrill keeps for its own",
                    "allowed: names that do not begin with '" + OWN + "'",
                    "");
        }
        for (NodeTuple network : ComposeNodes.entries(service, "networks")) {
            fixedAddress(name, network.getValueNode());
        }
        ComposeNodes.attribute(service, "external_links")
                .ifPresent(links -> note(
                        links,
                        "service " + Quote.of(name) + " has external_links",
                        SELF_CONTAINED,
                        DEFINE));
        ComposeNodes.attribute(service, "network_mode")
                .filter(mode -> ComposeNodes.text(mode).startsWith("container:"))
                .ifPresent(mode -> note(
                        mode,
                        "service " + Quote.of(name) + " has network_mode "
                                + Quote.of(ComposeNodes.text(mode)),
                        SELF_CONTAINED,
                        "Use 'service:<name>' for one of its own"));
        extended(name, service);
    }

    private void fixedAddress(String service, Node network) {
        Stream.of("ipv4_address", "ipv6_address")
                .flatMap(key -> ComposeNodes.attribute(network, key).stream())
                .forEach(address -> note(
                        address,
                        "service " + Quote.of(service) + " has the fixed address "
                                + Quote.of(ComposeNodes.text(address)),
                        "relays are found by name, and two runs of one system cannot have the"
                                + " same address",
                        "Leave it out, and let others find the service by its name"));
    }

    private void extended(String service, Node node) {
        ComposeNodes.attribute(node, "extends")
                .flatMap(it -> ComposeNodes.attribute(it, "file"))
                .filter(named ->
                        ComposeService.inside(file, ComposeNodes.text(named)).isEmpty())
                .ifPresent(named -> note(
                        named,
                        "service " + Quote.of(service) + " extends one in "
                                + Quote.of(ComposeNodes.text(named)),
                        "allowed: files in or below the folder of the Compose file",
                        ""));
    }

    private void externals(String kind) {
        for (NodeTuple tuple : ComposeNodes.entries(file.node(), kind)) {
            String name = ComposeNodes.text(tuple.getKeyNode());
            boolean external = ComposeNodes.attribute(tuple.getValueNode(), "external")
                    .filter(it -> !ComposeNodes.text(it).equals("false"))
                    .isPresent();
            if (external && used(kind).contains(name)) {
                note(
                        tuple.getKeyNode(),
                        OUTSIDE.get(kind) + " " + Quote.of(name) + " is external",
                        SELF_CONTAINED,
                        DEFINE);
            }
        }
    }

    /** Names what the services of this file use of a kind. */
    private Set<String> used(String kind) {
        Set<String> used = new LinkedHashSet<>();
        for (NodeTuple service : ComposeNodes.entries(file.node(), "services")) {
            Optional<Node> named = ComposeNodes.attribute(service.getValueNode(), kind);
            if (named.isEmpty() && kind.equals("networks")) {
                used.add("default");
            }
            named.ifPresent(node -> used.addAll(names(node)));
        }
        return used;
    }

    private static List<String> names(Node node) {
        Stream<String> keys =
                ComposeNodes.tuples(node).stream().map(it -> ComposeNodes.text(it.getKeyNode()));
        Stream<String> items = ComposeNodes.items(node).stream().map(ComposeRules::name);
        return Stream.concat(keys, items).toList();
    }

    /** Reads {@code name}, {@code name:/path} and {@code {source: name}}. */
    private static String name(Node item) {
        return item instanceof ScalarNode
                ? ComposeNodes.text(item).replaceFirst(":.*", "")
                : ComposeNodes.attribute(item, "source").map(ComposeNodes::text).orElse("");
    }
}
