package io.firedrill.evidence.seal;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file {@code SHA256SUMS}: a line for every other file, as {@code sha256sum} writes and reads
 * it.
 *
 * @param lines name to digest
 */
record Sums(SortedMap<String, String> lines) {
    private static final Pattern LINE =
            Pattern.compile("(" + Digests.PATTERN + ")  ([^\\x00-\\x1f]+)");

    /** Draws it up over everything that lies in a folder. */
    static Sums of(PackContents contents) {
        SortedMap<String, String> lines = new TreeMap<>();
        contents.files().forEach((name, file) -> lines.put(name, file.sha256()));
        lines.remove(PackContents.SUMS);
        return new Sums(lines);
    }

    /** Reads what can be read of it. */
    static Sums parse(String text) {
        SortedMap<String, String> lines = new TreeMap<>();
        for (String line : text.split("\n", -1)) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                lines.put(matcher.group(2), matcher.group(1));
            }
        }
        return new Sums(lines);
    }

    /** Gives the digest of a file; empty where there is no line for it. */
    Optional<String> digest(String name) {
        return Optional.ofNullable(lines.get(name));
    }

    /** Writes it. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> line : lines.entrySet()) {
            text.append(line.getValue()).append("  ").append(line.getKey()).append('\n');
        }
        return text.toString();
    }
}
