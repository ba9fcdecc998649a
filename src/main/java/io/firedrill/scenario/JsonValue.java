package io.firedrill.scenario;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Turns YAML into what JSON knows: maps, lists, strings, numbers, booleans and, inside, null. */
final class JsonValue {
    private JsonValue() {}

    /** Converts the value; its size was bounded when the file was read. */
    static @Nullable Object of(Value value) {
        Node node = value.node();
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar, value);
        }
        return node instanceof SequenceNode ? list(value) : map(value);
    }

    private static List<@Nullable Object> list(Value value) {
        List<@Nullable Object> list = new ArrayList<>();
        value.items().forEach(item -> list.add(of(item)));
        return Collections.unmodifiableList(list);
    }

    private static Map<String, @Nullable Object> map(Value value) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        value.entries()
                .forEach(entry -> map.put(entry.key().written().orElse(""), of(entry.value())));
        return Collections.unmodifiableMap(map);
    }

    private static @Nullable Object scalar(ScalarNode node, Value value) {
        String text = node.getValue();
        if (node.getTag().equals(Tag.NULL)) {
            return null;
        }
        if (node.getTag().equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        }
        boolean number = node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT);
        return number ? number(text, value) : text;
    }

    /** Gives the narrowest type, as JSON libraries do. */
    private static Object number(String text, Value value) {
        try {
            return text.matches("[-+]?[0-9]{1,400}") ? narrow(new BigInteger(text)) : finite(text);
        } catch (NumberFormatException e) {
            value.problem(Quote.of(text) + " is no number that JSON knows", "", "");
            return 0;
        }
    }

    private static Object narrow(BigInteger number) {
        if (number.bitLength() < Integer.SIZE) {
            return number.intValueExact();
        }
        return number.bitLength() < Long.SIZE ? number.longValueExact() : number;
    }

    private static Double finite(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new NumberFormatException(text);
        }
        return number;
    }
}
