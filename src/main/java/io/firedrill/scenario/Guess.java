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

    /**
     * Counts insertions, deletions, replacements and swaps of neighbours (optimal string
     * alignment), letters of either case being equal.
     */
    private static int distance(String from, String to) {
        int[][] counts = new int[from.length() + 1][to.length() + 1];
        for (int row = 0; row <= from.length(); row++) {
            for (int column = 0; column <= to.length(); column++) {
                counts[row][column] = Math.min(row, column) == 0
                        ? Math.max(row, column)
                        : cheapest(counts, new Cell(from, to, row, column));
            }
        }
        return counts[from.length()][to.length()];
    }

    private record Cell(String from, String to, int row, int column) {
        boolean pair(int back, int forth) {
            return same(from.charAt(row - back), to.charAt(column - forth));
        }
    }

    private static int cheapest(int[][] counts, Cell cell) {
        int row = cell.row();
        int column = cell.column();
        int gap = 1 + Math.min(counts[row - 1][column], counts[row][column - 1]);
        int best = Math.min(gap, counts[row - 1][column - 1] + (cell.pair(1, 1) ? 0 : 1));
        boolean swapped = row > 1 && column > 1 && cell.pair(1, 2) && cell.pair(2, 1);
        return swapped ? Math.min(best, counts[row - 2][column - 2] + 1) : best;
    }

    private static boolean same(char one, char other) {
        return Character.toLowerCase(one) == Character.toLowerCase(other);
    }
}
