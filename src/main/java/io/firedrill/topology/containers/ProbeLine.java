package io.firedrill.topology.containers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.firedrill.topology.Witness.LinkView;
import io.firedrill.topology.Witness.Outcome;
import io.firedrill.topology.Witness.Traffic;

import java.util.Locale;

/** Reads the line that {@code probe} prints of one connection. */
final class ProbeLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProbeLine() {}

    /** Reads it; what is no such line was a look in vain. */
    static LinkView read(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            String outcome =
                    node.path("outcome").asText().toUpperCase(Locale.ROOT).replace('-', '_');
            return new LinkView(
                    Outcome.valueOf(outcome),
                    node.path("connectMillis").asDouble(-1),
                    node.path("answerMillis").asDouble(-1),
                    node.path("errno").asText(),
                    traffic(node));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return blind("the probe printed '" + line.strip() + "'");
        }
    }

    private static Traffic traffic(JsonNode node) {
        return new Traffic(
                node.path("sent").asLong(),
                node.path("received").asLong(),
                node.path("pieces").asInt(),
                node.path("lastMillis").asDouble(-1),
                node.path("ended").asBoolean());
    }

    /** Says that nobody could look, and why. */
    static LinkView blind(String why) {
        return new LinkView(Outcome.BLIND, -1, -1, why);
    }
}
