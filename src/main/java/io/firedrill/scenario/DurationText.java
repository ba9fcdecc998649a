package io.firedrill.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as they are written: {@code 500ms}, {@code 2s}, {@code 3m}, {@code 1h}; never zero. */
public final class DurationText {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,12})(ms|s|m|h)");
    private static final Pattern MEANT = Pattern.compile("([0-9]{1,6}) *([a-zA-Z]*)");
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L);

    private DurationText() {}

    /** Parses a duration. */
    public static Optional<Duration> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long millis = Long.parseLong(matcher.group(1)) * MILLIS.getOrDefault(matcher.group(2), 0L);
        return Optional.of(Duration.ofMillis(millis))
                .filter(duration -> !duration.isZero() && duration.compareTo(LONGEST) <= 0);
    }

    /** Writes a duration in the largest unit that leaves no rest. */
    static String write(Duration duration) {
        long millis = duration.toMillis();
        for (String unit : List.of("h", "m", "s")) {
            long size = MILLIS.getOrDefault(unit, 1L);
            if (millis > 0 && millis % size == 0) {
                return millis / size + unit;
            }
        }
        return millis + "ms";
    }

    /** Guesses at the duration that was meant by a number with another unit or none. */
    static String hint(String text) {
        Matcher matcher = MEANT.matcher(text);
        if (!matcher.matches()) {
            return "";
        }
        String guess = matcher.group(1) + unit(matcher.group(2).toLowerCase(Locale.ROOT));
        return parse(guess).isPresent() ? "Did you mean '" + guess + "'?" : "";
    }

    private static String unit(String word) {
        if (word.equals("ms") || word.startsWith("mil")) {
            return "ms";
        }
        return word.isEmpty() ? "s" : word.substring(0, 1);
    }
}
