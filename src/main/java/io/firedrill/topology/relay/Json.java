package io.firedrill.topology.relay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A value of a request's body, with what Go tells apart and most trees do not: the order of keys,
 * keys that come twice, and how a number was written.
 */
sealed interface Json {

    /** Gives Go's word for the kind of value. */
    String kind();

    /** An object. */
    record Struct(List<Entry> entries) implements Json {
        @Override
        public String kind() {
            return "object";
        }
    }

    /** A key with its value. */
    record Entry(String key, Json value) {}

    /** An array. */
    record Array(List<Json> items) implements Json {
        @Override
        public String kind() {
            return "array";
        }
    }

    /** A string. */
    record Text(String value) implements Json {
        @Override
        public String kind() {
            return "string";
        }
    }

    /** A number as it was written. */
    record Number(String literal) implements Json {
        @Override
        public String kind() {
            return "number";
        }
    }

    /** A truth value. */
    record Flag(boolean value) implements Json {
        @Override
        public String kind() {
            return "bool";
        }
    }

    /** Nothing: what it is for keeps its value. */
    record Null() implements Json {
        @Override
        public String kind() {
            return "null";
        }
    }

    /**
     * Reads the first value of a body; what follows it is not looked at.
     *
     * @throws ApiError in Go's words
     */
    static Json read(byte[] body) {
        try (JsonParser parser = new JsonFactory().createParser(body)) {
            if (parser.nextToken() == null) {
                throw ApiError.badBody("EOF");
            }
            return value(parser);
        } catch (IOException e) {
            throw ApiError.badBody(GoSyntax.complaint(body));
        }
    }

    private static Json value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> struct(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Number(parser.getText());
            case VALUE_TRUE -> new Flag(true);
            case VALUE_FALSE -> new Flag(false);
            default -> new Null();
        };
    }

    private static Json struct(JsonParser parser) throws IOException {
        List<Entry> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            entries.add(new Entry(key, value(parser)));
        }
        return new Struct(entries);
    }

    private static Json array(JsonParser parser) throws IOException {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Array(items);
    }
}
