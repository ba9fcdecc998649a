package io.firedrill.observe;

/**
 * Makes the text of strangers harmless: it goes into the journal, and from there onto pages and
 * terminals.
 */
final class PlainText {
    private static final String CUT = " ...";
    private static final int REPLACEMENT = 0xFFFD;

    private PlainText() {}

    /**
     * Gives the text without control characters (line breaks and tabs stay), without the signs that
     * turn the direction of writing, with halves of characters replaced; at most so many chars
     * long, the last four of them dots where something was cut off.
     */
    static String of(String text, int atMost) {
        StringBuilder plain = new StringBuilder(Math.min(text.length(), atMost));
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            int kept = kept(point, at < text.length() ? text.charAt(at) : ' ');
            if (kept >= 0) {
                if (plain.length() + Character.charCount(kept) > atMost) {
                    return cut(plain, atMost);
                }
                plain.appendCodePoint(kept);
            }
        }
        return plain.toString();
    }

    /** Gives the text on one line, every stretch of blanks one blank. */
    static String line(String text, int atMost) {
        String folded =
                of(text, Integer.MAX_VALUE).replaceAll("[\\s\\p{Z}]+", " ").strip();
        return of(folded, atMost);
    }

    private static int kept(int point, char next) {
        if (point == '\r') {
            return next == '\n' ? -1 : '\n';
        }
        if (point == 0x2028 || point == 0x2029) {
            return '\n';
        }
        if (Character.getType(point) == Character.SURROGATE) {
            return REPLACEMENT;
        }
        boolean shown = point == '\n' || point == '\t' || !Character.isISOControl(point);
        return shown && !turnsDirection(point) && point != 0xFEFF ? point : -1;
    }

    private static boolean turnsDirection(int point) {
        return point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
    }

    private static String cut(StringBuilder plain, int atMost) {
        int end = Math.max(0, Math.min(plain.length(), atMost - CUT.length()));
        if (end > 0 && Character.isHighSurrogate(plain.charAt(end - 1))) {
            end--;
        }
        return plain.substring(0, end) + CUT;
    }
}
