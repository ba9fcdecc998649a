package io.firedrill.observe.inbox;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a provider answers.
 *
 * @param type the content type; empty where there is no body
 * @param refused whom the message was for that he did not take, and why; empty where he took it, or
 *     was given none
 */
record Reply(
        int status,
        String type,
        String body,
        Map<String, String> headers,
        Optional<Refusal> refused) {
    private static final int FIRST_ERROR = 400;
    private static final int SHORT = 200;

    /** A message that was not taken. */
    record Refusal(String recipient, String why) {}

    /** Answers with JSON. */
    static Reply json(int status, JsonNode body) {
        return of(status, "application/json; charset=utf-8", body.toString());
    }

    /** Answers with text. */
    static Reply text(int status, String body) {
        return of(status, "text/plain; charset=utf-8", body);
    }

    /** Answers with XML. */
    static Reply xml(int status, String body) {
        return of(status, "text/xml; charset=utf-8", body);
    }

    /** Answers without a body. */
    static Reply empty(int status) {
        return of(status, "", "");
    }

    private static Reply of(int status, String type, String body) {
        return new Reply(status, type, body, Map.of(), Optional.empty());
    }

    /** Gives it with one more header. */
    Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, type, body, more, refused);
    }

    /** Gives it as the refusal of a message. */
    Reply refusing(String recipient) {
        String said = body.length() > SHORT ? body.substring(0, SHORT) + "..." : body;
        Refusal refusal = new Refusal(recipient, (status + " " + said).strip());
        return new Reply(status, type, body, headers, Optional.of(refusal));
    }

    /** Says whether it is an error by its status. */
    boolean isError() {
        return status >= FIRST_ERROR;
    }
}
