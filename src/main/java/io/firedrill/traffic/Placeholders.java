package io.firedrill.traffic;

import io.firedrill.journal.AttemptReason;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of {@code {name}} and {@code ${SECRET}}, and the filling in of texts with them.
 * Immutable.
 */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$?\\{[A-Za-z_][A-Za-z0-9_.-]*}");

    private final Map<String, String> values;

    private Placeholders(Map<String, String> values) {
        this.values = values;
    }

    /** Starts with the secrets, which stand for {@code ${NAME}}. */
    static Placeholders ofSecrets(Map<String, String> secrets) {
        Map<String, String> values = new HashMap<>();
        secrets.forEach((name, value) -> values.put("${" + name + "}", value));
        return new Placeholders(values);
    }

    /** Adds values for {@code {name}}; a name that is there already gets the new value. */
    Placeholders and(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(values);
        more.forEach((name, value) -> all.put("{" + name + "}", value));
        return new Placeholders(all);
    }

    /**
     * Fills a text in. A placeholder without a value is our own failure, named without any value.
     */
    String fill(String text) {
        return fill(text, UnaryOperator.identity());
    }

    /** Fills a path in; the values are percent-encoded. */
    String fillPath(String text) {
        return fill(
                text,
                value -> URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    /** Fills in every text inside maps and lists. */
    Object fillJson(Object json) {
        if (json instanceof String text) {
            return fill(text);
        }
        if (json instanceof List<?> list) {
            return list.stream().map(this::fillJson).toList();
        }
        if (json instanceof Map<?, ?> map) {
            Map<String, Object> filled = new LinkedHashMap<>();
            map.forEach((key, value) -> filled.put(String.valueOf(key), fillJson(value)));
            return filled;
        }
        return json;
    }

    private String fill(String text, UnaryOperator<String> encoding) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        return matcher.replaceAll(
                found -> Matcher.quoteReplacement(encoding.apply(value(found.group()))));
    }

    private String value(String placeholder) {
        String value = values.get(placeholder);
        if (value == null) {
            throw new StepFailure(AttemptReason.HARNESS, "no value for " + placeholder);
        }
        return value;
    }

    /** Never prints a value: some are secret. */
    @Override
    public String toString() {
        return "Placeholders" + values.keySet();
    }
}
