package io.firedrill.scenario;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The placeholders that something fills at some place, and the check that no others are used. */
record Placeholders(Set<String> filled) {
    /** The names that are filled by the traffic itself; an answer cannot be kept under them. */
    static final Set<String> BUILT_IN = Set.of("who", "peer", "write", "password", "number");

    private static final Pattern PLACEHOLDER =
            Pattern.compile("(\\$?)\\{([A-Za-z_][A-Za-z0-9_-]*)\\}");

    /** Adds names. */
    Placeholders plus(Collection<String> names) {
        Set<String> more = new TreeSet<>(filled);
        more.addAll(names);
        return new Placeholders(more);
    }

    /** Notes each placeholder in the value, however deep, that nothing fills. */
    void check(Value value) {
        if (value.node() instanceof ScalarNode scalar) {
            checkText(value, scalar.getValue());
        }
        for (Node child : NodeGuard.children(value.node())) {
            check(new Value(child, value.name(), value.problems()));
        }
    }

    private void checkText(Value value, String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            if (!matcher.group(1).isEmpty()) {
                value.problem(
                        "secret " + Quote.of(matcher.group()) + " stands where it is not filled in",
                        "secrets are allowed under 'password' of 'as'",
                        "Write {password} here");
            } else if (!filled.contains(matcher.group(2))) {
                unfilled(value, matcher.group(2));
            }
        }
    }

    private void unfilled(Value value, String name) {
        String allowed = filled.isEmpty()
                ? "none is filled here"
                : "filled here: " + String.join(", ", filled);
        value.problem(
                "nothing fills " + Quote.of("{" + name + "}"), allowed, Guess.of(name, filled));
    }

    /** Makes a set of placeholders. */
    static Placeholders of(Collection<String> names) {
        return new Placeholders(new TreeSet<>(names));
    }
}
