package io.firedrill.scenario;

/** Shows a value from a file in a message: quoted, without control characters, and not too long. */
final class Quote {
    private static final int LONGEST = 80;

    private Quote() {}

    /** Quotes the value. */
    static String of(String value) {
        String clean = value.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
        boolean tooLong = clean.length() > LONGEST;
        return "'" + (tooLong ? clean.substring(0, LONGEST) + "..." : clean) + "'";
    }
}
