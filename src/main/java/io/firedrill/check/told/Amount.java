package io.firedrill.check.told;

/** Says how many there were, as people say it. */
final class Amount {
    private Amount() {}

    /** Says it in brackets, for instance {@code (1 notice)} or {@code (4 notices)}. */
    static String of(int count, String noun) {
        return "(" + words(count, noun) + ")";
    }

    /** Says it, for instance {@code 1 notice} or {@code 4 notices}. */
    static String words(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
