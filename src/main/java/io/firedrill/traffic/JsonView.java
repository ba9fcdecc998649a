package io.firedrill.traffic;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.spi.json.JacksonJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;

import io.firedrill.journal.AttemptReason;

import java.util.Optional;

/** An answer's body, read as JSON once and asked by JSONPath or plain field name. */
final class JsonView {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Configuration READING = Configuration.builder()
            .jsonProvider(new JacksonJsonProvider(JSON))
            .mappingProvider(new JacksonMappingProvider(JSON))
            .build();

    private final Object root;

    private JsonView(Object root) {
        this.root = root;
    }

    /** Reads a body; one that is no JSON is a {@code BODY} failure. */
    static JsonView of(String body) {
        try {
            Object root = JSON.readValue(body, Object.class);
            if (root == null) {
                throw new StepFailure(AttemptReason.BODY, "body is null");
            }
            return new JsonView(root);
        } catch (JacksonException notJson) {
            throw new StepFailure(AttemptReason.BODY, "body is not JSON");
        }
    }

    /** Writes a bound value as JSON. */
    static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JacksonException impossible) {
            throw new StepFailure(AttemptReason.HARNESS, "body can not be written as JSON");
        }
    }

    /** Turns a plain field name into JSONPath, and leaves JSONPath alone. */
    static JsonPath path(String path) {
        return JsonPath.compile(path.startsWith("$") ? path : "$['" + path + "']");
    }

    /** Gives the value at a path; empty where it is absent or null. */
    Optional<Object> at(JsonPath path) {
        try {
            return Optional.ofNullable(path.read(root, READING));
        } catch (JsonPathException absent) {
            return Optional.empty();
        }
    }
}
