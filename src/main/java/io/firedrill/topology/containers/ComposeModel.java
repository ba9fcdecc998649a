package io.firedrill.topology.containers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.firedrill.topology.ProvisioningException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The system's own Compose files as {@code docker compose config --format json} resolves them.
 *
 * @param services by name
 * @param networks keys of the networks in use, to whether they are external
 * @param volumes keys of the named volumes, to whether they are external
 * @param addressed keys of the networks whose addresses the file fixes
 */
record ComposeModel(
        Map<String, Service> services,
        Map<String, Boolean> networks,
        Map<String, Boolean> volumes,
        Set<String> addressed) {

    /**
     * What the overlay must know of a service.
     *
     * @param image empty where only {@code build} is given
     * @param named its {@code container_name}, by which others may find it
     * @param replicas how many containers it has
     * @param networks key of each network it joins, to its extra names there
     * @param networkMode {@code host}, {@code service:x} and the like; empty for networks of its
     *     own
     * @param linked provider to what this service, by {@code links}, calls it besides
     * @param awaited provider to the condition under which Compose starts this service
     */
    record Service(
            Optional<String> image,
            boolean built,
            boolean publishes,
            Optional<String> named,
            int replicas,
            Map<String, List<String>> networks,
            Optional<String> networkMode,
            Map<String, List<String>> linked,
            Map<String, String> awaited) {

        /** Gives every name but its own by which others find it on the networks it joins. */
        List<String> names() {
            return Stream.concat(networks.values().stream().flatMap(List::stream), named.stream())
                    .distinct()
                    .toList();
        }
    }

    /** Names its containers: those of several replicas with their numbers. */
    Set<String> components() {
        Set<String> names = new TreeSet<>();
        services.forEach((name, service) -> {
            if (service.replicas() < 2) {
                names.add(name);
            }
            for (int number = 1; service.replicas() > 1 && number <= service.replicas(); number++) {
                names.add(name + "-" + number);
            }
        });
        return names;
    }

    /** Reads the JSON. */
    static ComposeModel read(String json) {
        try {
            JsonNode root = new ObjectMapper().readTree(json);
            Map<String, Service> services = new LinkedHashMap<>();
            root.path("services")
                    .fields()
                    .forEachRemaining(
                            entry -> services.put(entry.getKey(), service(entry.getValue())));
            return new ComposeModel(
                    services,
                    externals(root.path("networks")),
                    externals(root.path("volumes")),
                    addressed(root.path("networks")));
        } catch (JsonProcessingException e) {
            throw new ProvisioningException(
                    "'docker compose config --format json' printed no JSON", e);
        }
    }

    private static Service service(JsonNode node) {
        return new Service(
                text(node, "image"),
                node.hasNonNull("build"),
                !node.path("ports").isEmpty(),
                text(node, "container_name"),
                replicas(node),
                networks(node.path("networks")),
                text(node, "network_mode"),
                linked(node.path("links")),
                awaited(node.path("depends_on")));
    }

    private static Optional<String> text(JsonNode node, String key) {
        return Optional.of(node.path(key).asText("")).filter(text -> !text.isEmpty());
    }

    private static int replicas(JsonNode node) {
        return node.path("scale").asInt(node.path("deploy").path("replicas").asInt(1));
    }

    /** Reads {@code provider} and {@code provider:alias}. */
    private static Map<String, List<String>> linked(JsonNode node) {
        Map<String, List<String>> linked = new LinkedHashMap<>();
        node.forEach(link -> {
            String[] parts = link.asText().split(":", 2);
            linked.computeIfAbsent(parts[0], provider -> new ArrayList<>())
                    .add(parts[parts.length - 1]);
        });
        return linked;
    }

    private static Map<String, String> awaited(JsonNode node) {
        Map<String, String> awaited = new LinkedHashMap<>();
        node.fields()
                .forEachRemaining(entry -> awaited.put(
                        entry.getKey(),
                        entry.getValue().path("condition").asText("service_started")));
        return awaited;
    }

    private static Set<String> addressed(JsonNode networks) {
        Set<String> keys = new TreeSet<>();
        networks.fields().forEachRemaining(entry -> {
            if (!entry.getValue().path("ipam").path("config").isEmpty()) {
                keys.add(entry.getKey());
            }
        });
        return keys;
    }

    private static Map<String, List<String>> networks(JsonNode node) {
        Map<String, List<String>> networks = new LinkedHashMap<>();
        node.fields().forEachRemaining(entry -> {
            List<String> aliases = new ArrayList<>();
            entry.getValue().path("aliases").forEach(alias -> aliases.add(alias.asText()));
            networks.put(entry.getKey(), aliases);
        });
        return networks;
    }

    private static Map<String, Boolean> externals(JsonNode node) {
        Map<String, Boolean> externals = new LinkedHashMap<>();
        node.fields()
                .forEachRemaining(entry -> externals.put(
                        entry.getKey(), entry.getValue().path("external").asBoolean(false)));
        return externals;
    }
}
