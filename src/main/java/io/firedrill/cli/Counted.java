package io.firedrill.cli;

/** Numbers with their nouns. */
final class Counted {
    private Counted() {}

    /** Gives {@code 1 drill}, {@code 2 drills}. */
    static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
