package io.firedrill.scenario;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The bound values of the settings of a fault, an objective or a journey, fallbacks filled in.
 * Asking for a setting that the kind does not declare is a programming error and throws
 * {@link IllegalArgumentException}.
 */
public record Settings(Map<String, Object> values) {

    /** Copies the values. */
    public Settings {
        values = Map.copyOf(values);
    }

    /** Gives a value that is there: required, or with a fallback. */
    public <T> T get(String name, Class<T> type) {
        return find(name, type)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no setting '" + name + "'; there are: " + values.keySet()));
    }

    /** Gives a value that may be missing. */
    public <T> Optional<T> find(String name, Class<T> type) {
        return Optional.ofNullable(values.get(name)).map(type::cast);
    }

    /** Gives these with one more, or another, value. */
    public Settings with(String name, Object value) {
        Map<String, Object> more = new HashMap<>(values);
        more.put(name, value);
        return new Settings(more);
    }

    /** Gives a duration. */
    public Duration duration(String name) {
        return get(name, Duration.class);
    }

    /** Gives a text, a choice or a name. */
    public String text(String name) {
        return get(name, String.class);
    }

    /** Gives a list of words, such as a command; the setting must be there. */
    public List<String> words(String name) {
        return ((List<?>) get(name, List.class)).stream().map(String::valueOf).toList();
    }
}
