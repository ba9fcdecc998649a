package io.firedrill.observe;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.spi.json.JacksonJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What patterns are tried on.
 *
 * @param text as its recipient reads it
 * @param json the JSON body; null where it had none
 */
record Body(String text, @Nullable Object json) {
    private static final int JSON_AT_MOST = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Configuration READING = Configuration.builder()
            .jsonProvider(new JacksonJsonProvider(JSON))
            .mappingProvider(new JacksonMappingProvider(JSON))
            .build();

    /** Reads JSON; where it can not be read, a sentence is added to the findings. */
    static Body of(String json, String text, List<String> unread) {
        if (json.length() > JSON_AT_MOST) {
            unread.add("the JSON is longer than " + JSON_AT_MOST + " characters; it was not read");
            return new Body(text, null);
        }
        try {
            return new Body(text, JSON.readValue(json, Object.class));
        } catch (JacksonException notJson) {
            unread.add("the body is not JSON");
            return new Body(text, null);
        }
    }

    /** Gives what a JSONPath leads to, as text; a list with commas between; empty for none. */
    Optional<String> at(JsonPath path) {
        try {
            Object found = path.read(json, READING);
            return found == null ? Optional.empty() : Optional.of(text(found));
        } catch (JsonPathException absent) {
            return Optional.empty();
        }
    }

    private static String text(Object found) {
        if (found instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        if (found instanceof Map<?, ?> object) {
            return object.keySet().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return String.valueOf(found);
    }
}
