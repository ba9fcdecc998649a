package io.firedrill.evidence;

import java.nio.charset.StandardCharsets;

/** Makes texts harmless in Markdown: what somebody sent is shown, and never a part of the page. */
final class Markdown {
    private static final String SPECIAL = "\\`*_{}[]()#+!|~<>&@";

    private Markdown() {}

    /**
     * Escapes a text and folds it into one line: no markup, no HTML, no table cell, no list and no
     * link comes of it.
     */
    static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        // Half a character can not be written; it becomes a mark.
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String folded = whole.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
        for (int index = 0; index < folded.length(); index++) {
            char next = folded.charAt(index);
            boolean link = next == ':' && folded.startsWith("://", index)
                    || next == '.' && folded.regionMatches(true, index - 3, "www.", 0, 4);
            boolean list = index == 0 && "-=".indexOf(next) >= 0
                    || next == '.'
                            && folded.substring(0, index + 1).matches("[0-9]+[.]")
                            && (index + 1 == folded.length() || folded.charAt(index + 1) == ' ');
            if (SPECIAL.indexOf(next) >= 0 || link || list) {
                safe.append('\\');
            }
            safe.append(next);
        }
        return safe.toString();
    }
}
