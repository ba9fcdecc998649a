package io.firedrill.topology.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.firedrill.DrillException;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the bodies of answers, field by field as the real server does. */
final class Answers {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private Answers() {}

    /** Writes a proxy with its toxics. */
    static ObjectNode proxy(Proxy proxy) {
        ObjectNode node = NODES.objectNode()
                .put("name", proxy.name())
                .put("listen", proxy.listen())
                .put("upstream", proxy.upstream())
                .put("enabled", proxy.enabled());
        node.putObject("Logger"); // a field of the real one that was meant to be private
        node.set("toxics", toxics(proxy.toxics().all()));
        return node;
    }

    /** Writes proxies by name. */
    static ObjectNode byName(Map<String, Proxy> proxies) {
        ObjectNode node = NODES.objectNode();
        new TreeMap<>(proxies).forEach((name, proxy) -> node.set(name, proxy(proxy)));
        return node;
    }

    /** Writes the answer of {@code /populate}, whose list is null where it is empty. */
    static ObjectNode populated(Collection<? extends JsonNode> proxies) {
        ObjectNode node = NODES.objectNode();
        node.set("proxies", proxies.isEmpty() ? NODES.nullNode() : list(proxies));
        return node;
    }

    private static ArrayNode list(Collection<? extends JsonNode> nodes) {
        return NODES.arrayNode().addAll(nodes);
    }

    /** Writes toxics. */
    static ArrayNode toxics(List<Toxic> toxics) {
        return list(toxics.stream().map(Answers::toxic).toList());
    }

    /** Writes a toxic. */
    static ObjectNode toxic(Toxic toxic) {
        ObjectNode node = NODES.objectNode();
        ObjectNode attributes = node.putObject("attributes");
        toxic.toxin().attributes().forEach(attributes::put);
        node.put("name", toxic.name())
                .put("type", toxic.label().type())
                .put("stream", toxic.label().stream());
        node.set("toxicity", number(toxic.toxicity()));
        return node;
    }

    /** The shortest number that is that float: 0.3, not 0.30000001192. */
    private static JsonNode number(float value) {
        BigDecimal exact = new BigDecimal(Float.toString(value)).stripTrailingZeros();
        return NODES.numberNode(exact.scale() < 0 ? exact.setScale(0) : exact);
    }

    /** Writes an error. */
    static ObjectNode error(ApiError error) {
        return NODES.objectNode().put("error", error.text()).put("status", error.status());
    }

    /** Gives the bytes. */
    static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new DrillException("an answer of the relay could not be written", e);
        }
    }
}
