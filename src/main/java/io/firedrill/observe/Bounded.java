package io.firedrill.observe;

import io.firedrill.DrillException;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that a pattern may look at only so many times: some patterns take years for some texts,
 * and the text comes from strangers.
 */
final class Bounded implements CharSequence {
    static final int LOOKS_AT_MOST = 1_000_000;

    private final String text;
    private int left = LOOKS_AT_MOST;

    private Bounded(String text) {
        this.text = text;
    }

    /** Says that a pattern was given up on. */
    static final class TooHard extends DrillException {
        private static final long serialVersionUID = 1L;

        private TooHard() {
            super("the pattern was given up on after " + LOOKS_AT_MOST + " looks at the text");
        }
    }

    /**
     * Finds a pattern and gives its first group, or all that was found where it has none.
     *
     * @throws TooHard where that takes too long
     */
    static Optional<String> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(new Bounded(text));
        try {
            return matcher.find()
                    ? Optional.ofNullable(matcher.group(Math.min(1, matcher.groupCount())))
                    : Optional.empty();
        } catch (StackOverflowError nested) {
            // groups in groups are matched by recursion, one level for each character
            throw new TooHard();
        }
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new TooHard();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
