package io.firedrill.scenario;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How one kind of value is written in a scalar.
 *
 * @param noun what it is called in messages
 * @param allowed what may be written, for messages
 * @param parse from text to value, empty where the text is none
 * @param hint a guess at what was meant by a text that is none, empty for no guess
 * @param standIn what a reader goes on with after the problem was noted
 */
record Notation<T>(
        String noun,
        String allowed,
        Function<String, Optional<T>> parse,
        Function<String, String> hint,
        T standIn) {

    /** Makes a notation that never guesses. */
    static <T> Notation<T> of(
            String noun, String allowed, Function<String, Optional<T>> parse, T standIn) {
        return new Notation<>(noun, allowed, parse, text -> "", standIn);
    }

    /** Makes a notation of the texts that a regular expression matches as a whole. */
    static Notation<String> matching(String noun, String allowed, String regex) {
        Pattern pattern = Pattern.compile(regex);
        return of(noun, allowed, text -> Optional.of(text).filter(pattern.asMatchPredicate()), "");
    }
}
