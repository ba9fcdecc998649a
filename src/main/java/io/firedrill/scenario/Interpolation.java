package io.firedrill.scenario;

import java.util.Map;

/**
 * Fills in variables as Compose does: {@code $NAME}, <code>${NAME}</code>, <code>${NAME:-default}
 * </code> and its kin; what is not set is empty, {@code $$} is a dollar.
 */
final class Interpolation {
    private final Map<String, String> values;

    Interpolation(Map<String, String> values) {
        this.values = values;
    }

    /** Fills in a text. */
    String fill(String text) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            if (text.charAt(at) != '$') {
                out.append(text.charAt(at++));
            } else if (next == '$') {
                out.append('$');
                at += 2;
            } else if (next == '{') {
                int end = end(text, at + 2);
                out.append(variable(text.substring(at + 2, end)));
                at = Math.min(text.length(), end + 1);
            } else {
                int end = nameEnd(text, at + 1);
                out.append(
                        end == at + 1 ? "$" : values.getOrDefault(text.substring(at + 1, end), ""));
                at = end;
            }
        }
        return out.toString();
    }

    private String variable(String inside) {
        int end = nameEnd(inside, 0);
        String value = values.getOrDefault(inside.substring(0, end), "");
        String rest = inside.substring(end);
        if (rest.startsWith(":+") || rest.startsWith("+")) {
            return value.isEmpty() ? "" : fill(rest.substring(rest.indexOf('+') + 1));
        }
        boolean fallback = rest.startsWith(":-") || rest.startsWith("-");
        return value.isEmpty() && fallback ? fill(rest.substring(rest.indexOf('-') + 1)) : value;
    }

    private static int end(String text, int from) {
        int depth = 1;
        for (int at = from; at < text.length(); at++) {
            if (text.charAt(at) == '{') {
                depth++;
            } else if (text.charAt(at) == '}' && --depth == 0) {
                return at;
            }
        }
        return text.length();
    }

    private static int nameEnd(String text, int from) {
        int at = from;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return at;
    }
}
