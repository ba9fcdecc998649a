package io.firedrill.evidence.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The style sheet of one of our own pictures, as far as these use one: variables, classes, and the
 * elements {@code svg} and {@code text}. What is for the dark is left out.
 */
final class PictureStyle {
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
    private static final Pattern MEDIA =
            Pattern.compile("@media[^{]*\\{(?:[^{}]*\\{[^{}]*\\})*[^{}]*\\}");
    private static final Pattern VARIABLE = Pattern.compile("var\\((--[a-z0-9-]+)\\)");

    private final Map<String, Map<String, String>> rules = new LinkedHashMap<>();
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, Map<String, String>> known = new HashMap<>();

    PictureStyle(String sheet) {
        Matcher rule = RULE.matcher(MEDIA.matcher(sheet).replaceAll(""));
        while (rule.find()) {
            for (String selector : rule.group(1).split(",", -1)) {
                Map<String, String> found =
                        rules.computeIfAbsent(selector.strip(), any -> new LinkedHashMap<>());
                found.putAll(declarations(rule.group(2)));
            }
        }
        rules.getOrDefault("svg", Map.of()).forEach((name, value) -> {
            if (name.startsWith("--")) {
                variables.put(name, value);
            }
        });
    }

    private static Map<String, String> declarations(String body) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String declaration : body.split(";", -1)) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                found.put(
                        declaration.substring(0, colon).strip(),
                        declaration.substring(colon + 1).strip());
            }
        }
        return found;
    }

    /** Gives what holds for an element with those classes: later rules win. */
    Map<String, String> of(String element, String classes) {
        return known.computeIfAbsent(element + " " + classes, any -> found(element, classes));
    }

    private Map<String, String> found(String element, String classes) {
        Map<String, String> all = new HashMap<>();
        Map<String, String> plain = rules.getOrDefault(element, Map.of());
        plain.forEach((name, value) -> all.put(name, filled(value)));
        rules.forEach((selector, rule) -> {
            boolean named = selector.startsWith(".")
                    && (" " + classes + " ").contains(" " + selector.substring(1) + " ");
            if (named) {
                rule.forEach((name, value) -> all.put(name, filled(value)));
            }
        });
        return all;
    }

    private String filled(String value) {
        Matcher variable = VARIABLE.matcher(value);
        return variable.matches() ? variables.getOrDefault(variable.group(1), "#000000") : value;
    }
}
