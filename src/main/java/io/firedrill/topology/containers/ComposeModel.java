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

/**
 * The system's own Compose files as {@code docker compose config --format json} resolves them.
 *
 * @param services by name
 * @param networks keys of the networks in use, to whether they are external
 * @param volumes keys of the named volumes, to whether they are external
 */
record ComposeModel(
        Map<String, Service> services,
        Map<String, Boolean> networks,
        Map<String, Boolean> volumes) {

    /**
     * What the overlay must know of a service.
     *
     * @param image empty where only {@code build} is given
     * @param networks key of each network it joins, to its extra names there
     * @param networkMode {@code host}, {@code service:x} and the like; empty for networks of its
     *     own
     */
    record Service(
            Optional<String> image,
            boolean built,
            boolean publishes,
            boolean named,
            Map<String, List<String>> networks,
            Optional<String> networkMode) {}

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
                    services, externals(root.path("networks")), externals(root.path("volumes")));
        } catch (JsonProcessingException e) {
            throw new ProvisioningException(
                    "'docker compose config --format json' printed no JSON", e);
        }
    }

    private static Service service(JsonNode node) {
        return new Service(
                Optional.of(node.path("image").asText("")).filter(image -> !image.isEmpty()),
                node.hasNonNull("build"),
                !node.path("ports").isEmpty(),
                node.hasNonNull("container_name"),
                networks(node.path("networks")),
                Optional.of(node.path("network_mode").asText("")).filter(mode -> !mode.isEmpty()));
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
