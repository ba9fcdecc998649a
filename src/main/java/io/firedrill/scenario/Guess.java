package io.firedrill.scenario;

import java.util.Collection;
import java.util.Comparator;

/** Guesses which known word was meant. */
final class Guess {
    private static final int LONGEST = 64;

    private Guess() {}

    /** Asks "Did you mean ...?" for the nearest known word, or gives nothing where none is near. */
    static String of(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> near(word, candidate))
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .map(candidate -> "Did you mean " + Quote.of(candidate) + "?")
                .orElse("");
    }

    private static boolean near(String word, String candidate) {
        if (Math.max(word.length(), candidate.length()) > LONGEST) {
            return false;
        }
        int most = Math.max(1, Math.min(word.length(), candidate.length()) / 3);
        return distance(word, candidate) <= most;
    }

    /** Counts insertions, deletions and replacements (Levenshtein), letters of either case being equal. */
    private static int distance(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int change = same(from.charAt(row - 1), to.charAt(column - 1)) ? 0 : 1;
                int replaced = above[column - 1] + change;
                current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[to.length()];
    }

    private static boolean same(char one, char other) {
        return Character.toLowerCase(one) == Character.toLowerCase(other);
    }
}
