package io.firedrill.scenario;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Amounts of data as they are written, {@code 512B}, {@code 10KB}, {@code 64MB}, {@code 1GB}, and
 * speeds, {@code 10KB/s}. A kilobyte is 1000 bytes, as Toxiproxy counts.
 */
final class SizeText {
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})(B|KB|MB|GB)");
    private static final Map<String, Long> UNITS =
            Map.of("B", 1L, "KB", 1_000L, "MB", 1_000_000L, "GB", 1_000_000_000L);
    private static final long MOST = 100_000_000_000L;
    private static final String PER_SECOND = "/s";

    private SizeText() {}

    /** Parses an amount, in bytes: from 1 to 100 GB. */
    static Optional<Long> size(String text) {
        Matcher matcher = SIZE.matcher(text);
        return matcher.matches()
                ? Optional.of(Long.parseLong(matcher.group(1))
                                * UNITS.getOrDefault(matcher.group(2), 0L))
                        .filter(bytes -> bytes >= 1 && bytes <= MOST)
                : Optional.empty();
    }

    /** Parses a speed, in bytes per second: whole kilobytes, from 1. */
    static Optional<Long> speed(String text) {
        return text.endsWith(PER_SECOND)
                ? size(text.substring(0, text.length() - PER_SECOND.length()))
                        .filter(bytes -> bytes % 1_000 == 0)
                : Optional.empty();
    }
}
