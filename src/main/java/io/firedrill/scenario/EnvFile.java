package io.firedrill.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code NAME=value} lines. Values are secrets: no message repeats one. */
final class EnvFile {
    private static final Pattern LINE =
            Pattern.compile("(?:export +)?([A-Za-z_][A-Za-z0-9_]*)=(.*)");
    private static final Pattern QUOTED = Pattern.compile("\"(.*)\"|'(.*)'");

    private EnvFile() {}

    /** Reads the file; a file that is not there holds nothing. */
    static Map<String, String> read(Path file, Problems problems) {
        Map<String, String> values = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return values;
        }
        List<String> lines =
                YamlFile.text(problems).map(text -> text.lines().toList()).orElse(List.of());
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index).strip();
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                values.put(matcher.group(1), unquoted(matcher.group(2)));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                problems.add(new Problem(
                        problems.file(),
                        index + 1,
                        0,
                        "the line is not understood",
                        "allowed: NAME=value, or # and a remark",
                        ""));
            }
        }
        return values;
    }

    private static String unquoted(String written) {
        Matcher matcher = QUOTED.matcher(written);
        if (!matcher.matches()) {
            return written;
        }
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }
}
