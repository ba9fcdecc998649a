package io.firedrill.observe.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Optional;

/** JSON as providers read and write it. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** Reads one document; empty where it is none. */
    static Optional<JsonNode> read(String text) {
        try {
            return Optional.of(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException notJson) {
            return Optional.empty(); // the provider's own error says so to the sender
        }
    }

    /** Reads one object; empty where it is none. */
    static Optional<JsonNode> readObject(String text) {
        return read(text).filter(JsonNode::isObject);
    }

    /** Begins an object. */
    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }
}
