package io.firedrill.observe;

import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;

import io.firedrill.scenario.Channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What a channel says, in one language, of how facts are read out of its messages. */
final class Patterns {
    private static final int FLAGS =
            Pattern.MULTILINE | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private final Map<String, Pattern> expressions = new TreeMap<>();
    private final Map<String, JsonPath> paths = new TreeMap<>();
    private final List<String> broken = new ArrayList<>();

    private Patterns() {}

    /** Reads them; one that is none is a finding in every message. */
    static Patterns of(Channel.Template template) {
        Patterns patterns = new Patterns();
        new TreeMap<>(template.patterns()).forEach(patterns::add);
        return patterns;
    }

    private void add(String fact, String pattern) {
        try {
            if (pattern.startsWith("$")) {
                paths.put(fact, JsonPath.compile(pattern));
            } else {
                expressions.put(fact, Pattern.compile(pattern, FLAGS));
            }
        } catch (PatternSyntaxException | InvalidPathException unusable) {
            broken.add("the pattern of '" + fact + "' can not be used: '" + pattern + "'");
        }
    }

    /**
     * Gives what is said, with the facts that have a pattern read by it alone. A JSONPath counts
     * only where there is a JSON body.
     */
    Map<String, Labels.Said> read(
            Body body, Map<String, Labels.Said> byLabel, List<String> unread) {
        Map<String, Labels.Said> said = new TreeMap<>(byLabel);
        unread.addAll(broken);
        expressions.forEach(
                (fact, pattern) -> put(said, fact, find(fact, pattern, body.text(), unread)));
        if (body.json() != null) {
            paths.forEach((fact, path) -> put(said, fact, body.at(path)));
        }
        return said;
    }

    private static Optional<String> find(
            String fact, Pattern pattern, String text, List<String> unread) {
        try {
            return Bounded.find(pattern, text);
        } catch (Bounded.TooHard tooHard) {
            unread.add("'" + fact + "': " + tooHard.getMessage());
            return Optional.empty();
        }
    }

    private static void put(Map<String, Labels.Said> said, String fact, Optional<String> value) {
        said.remove(fact);
        value.ifPresent(text -> said.put(fact, new Labels.Said(fact, text)));
    }
}
