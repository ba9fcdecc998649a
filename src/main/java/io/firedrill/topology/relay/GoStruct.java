package io.firedrill.topology.relay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object as Go reads one into a struct: keys in any case, unknown ones passed over, null
 * leaves a field as it is, the last of two wins, and a value of a wrong kind is refused in Go's
 * words.
 */
final class GoStruct {
    private final String type;
    private final String path;
    private final Map<String, Field> fields = new LinkedHashMap<>();

    /**
     * Creates one without fields.
     *
     * @param type Go's name of the struct, for a value that is no object
     * @param path what stands before a field's name in a complaint, such as {@code Proxy.}
     */
    GoStruct(String type, String path) {
        this.type = type;
        this.path = path;
    }

    /** A field: Go's name of its type, and who takes a value of it, or says that it is none. */
    private record Field(String type, Taker taker) {}

    /** Takes a value. */
    private interface Taker {
        /**
         * Takes it.
         *
         * @return what it is instead, where it is of a wrong kind
         */
        @Nullable
        String take(Json value);
    }

    /** Adds a text. */
    GoStruct text(String name, Consumer<String> taker) {
        return field(name, "string", value -> {
            if (value instanceof Json.Text text) {
                taker.accept(text.value());
                return null;
            }
            return value.kind();
        });
    }

    /** Adds a truth value. */
    GoStruct flag(String name, Consumer<Boolean> taker) {
        return field(name, "bool", value -> {
            if (value instanceof Json.Flag flag) {
                taker.accept(flag.value());
                return null;
            }
            return value.kind();
        });
    }

    /** Adds a number of 32 bits with a fraction. */
    GoStruct fraction(String name, Consumer<Float> taker) {
        return field(name, "float32", value -> {
            if (!(value instanceof Json.Number number)) {
                return value.kind();
            }
            float read = Float.parseFloat(number.literal());
            if (Float.isInfinite(read)) {
                return "number " + number.literal();
            }
            taker.accept(read);
            return null;
        });
    }

    /**
     * Adds a whole number.
     *
     * @param goType Go's name of its type
     */
    GoStruct whole(String name, String goType, LongConsumer taker) {
        return field(name, goType, value -> {
            if (!(value instanceof Json.Number number)) {
                return value.kind();
            }
            try {
                taker.accept(Long.parseLong(number.literal()));
                return null;
            } catch (NumberFormatException e) {
                return "number " + number.literal();
            }
        });
    }

    /** Adds an object. */
    GoStruct object(String name, String goType, Consumer<Json.Struct> taker) {
        return field(name, goType, value -> {
            if (value instanceof Json.Struct struct) {
                taker.accept(struct);
                return null;
            }
            return value.kind();
        });
    }

    private GoStruct field(String name, String goType, Taker taker) {
        fields.put(name, new Field(goType, taker));
        return this;
    }

    /**
     * Reads a value.
     *
     * @throws ApiError in Go's words
     */
    void read(Json value) {
        if (value instanceof Json.Struct struct) {
            struct.entries().forEach(this::take);
        } else if (!(value instanceof Json.Null)) {
            throw ApiError.badBody(
                    "json: cannot unmarshal " + value.kind() + " into Go value of type " + type);
        }
    }

    private void take(Json.Entry entry) {
        fields.forEach((name, field) -> {
            if (name.equalsIgnoreCase(entry.key()) && !(entry.value() instanceof Json.Null)) {
                String instead = field.taker().take(entry.value());
                if (instead != null) {
                    throw ApiError.badBody("json: cannot unmarshal " + instead
                            + " into Go struct field " + path + name + " of type " + field.type());
                }
            }
        });
    }
}
