package io.firedrill.systems.pocket;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.Map;

/**
 * What stands on a line that answers: {@code {"ok": ...}}, {@code {"refused": ...}} for what can
 * not be done at all, {@code {"unavailable": why}} for what can not be done now.
 */
final class Reply {
    private static final String OK = "ok";
    private static final String REFUSED = "refused";
    private static final String UNAVAILABLE = "unavailable";

    private Reply() {}

    /** Answers a question, whatever comes of it. */
    static Map<String, Object> to(JsonNode question, Answering answering) {
        try {
            return Map.of(OK, answering.answer(question));
        } catch (Refusal refusal) {
            return Map.of(REFUSED, refusal.problem());
        } catch (IOException e) {
            return Map.of(UNAVAILABLE, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Gives what was answered.
     *
     * @throws Refusal where it was refused
     * @throws Unavailable where it can not be done now
     */
    static JsonNode read(JsonNode reply) throws IOException {
        if (reply.has(OK)) {
            return reply.get(OK);
        }
        if (reply.has(REFUSED)) {
            throw new Refusal(Json.read(reply.get(REFUSED), Problem.class));
        }
        throw new Unavailable(reply.path(UNAVAILABLE).asText("no answer that is known here"));
    }
}
