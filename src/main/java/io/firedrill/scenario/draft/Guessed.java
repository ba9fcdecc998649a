package io.firedrill.scenario.draft;

/**
 * A value with what it was made from.
 *
 * @param why in a few words
 * @param sure false where somebody has to look at it
 */
record Guessed<T>(T value, String why, boolean sure) {

    /** Gives the comment that stands beside it. */
    String comment() {
        return (sure ? "" : "guess: ") + why;
    }
}
