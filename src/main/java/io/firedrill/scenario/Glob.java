package io.firedrill.scenario;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Globs over ids: {@code *} stands for any text, {@code ?} for one character. */
final class Glob {
    private Glob() {}

    /** Tells whether the glob matches the whole id. */
    static boolean matches(String glob, String id) {
        String regex = glob.replaceAll("\\*+", "*")
                .codePoints()
                .mapToObj(Glob::regex)
                .collect(Collectors.joining());
        return Pattern.matches(regex, id);
    }

    private static String regex(int codePoint) {
        if (codePoint == '*') {
            return ".*";
        }
        return codePoint == '?' ? "." : Pattern.quote(Character.toString(codePoint));
    }
}
