package io.firedrill.check;

import io.firedrill.check.Verdict.Measured;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What an objective measured over the runs of a drill. The truth of each run lies inside its
 * interval, so that of the worst, of the median and of the spread lies inside theirs: the k-th
 * smallest of some values lies between the k-th smallest of their lower ends and the k-th smallest
 * of their upper ends.
 *
 * @param measured in how many runs there was a value that counts
 * @param worst the worst of them
 * @param median the middle one; of an even number the mean of the two in the middle
 * @param spread the distance between the best and the worst
 */
public record Spread(int measured, Measured worst, Measured median, Measured spread) {

    /** Computes it; nothing where nothing was measured. A value of a run that was void is none. */
    static Optional<Spread> of(List<Verdict> verdicts) {
        List<Measured> values = verdicts.stream()
                .filter(Spread::counts)
                .flatMap(verdict -> verdict.measured().stream())
                .toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(over(values));
    }

    /** Says whether its measured value is one: what was not measured may still carry a value. */
    static boolean counts(Verdict verdict) {
        return !verdict.reason().equals(Optional.of(Reason.NOT_MEASURED));
    }

    private static Spread over(List<Measured> values) {
        Measured like = values.get(0);
        double[] lows = sorted(values, Measured::low);
        double[] highs = sorted(values, Measured::high);
        int worst = like.moreIsBetter() ? 0 : values.size() - 1;
        return new Spread(
                values.size(),
                between(lows[worst], highs[worst], like),
                between(middle(lows), middle(highs), like),
                new Measured(least(values), most(values), like.unit(), false));
    }

    private static double[] sorted(List<Measured> values, ToDoubleFunction<Measured> end) {
        return values.stream().mapToDouble(end).sorted().toArray();
    }

    private static Measured between(double low, double high, Measured like) {
        return new Measured(low, high, like.unit(), like.moreIsBetter());
    }

    private static double middle(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Gives the distance that two of them have for certain. */
    private static double least(List<Measured> values) {
        double highestLow = values.stream().mapToDouble(Measured::low).max().orElse(0);
        double lowestHigh = values.stream().mapToDouble(Measured::high).min().orElse(0);
        return Math.max(0, highestLow - lowestHigh);
    }

    /** Gives the distance that two of them may have; a value has none from itself. */
    private static double most(List<Measured> values) {
        double most = 0;
        for (int one = 0; one < values.size(); one++) {
            for (int other = 0; other < values.size(); other++) {
                double apart = values.get(one).high() - values.get(other).low();
                most = one == other ? most : Math.max(most, apart);
            }
        }
        return most;
    }
}
