package io.firedrill.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a check found.
 *
 * @param id id of the objective, or of the implicit check
 * @param implicit true for the checks that are always on
 * @param status held, broken, or not known
 * @param headline one sentence with numbers, as a person would say it
 * @param target what was asked, for instance {@code 30 s}
 * @param measured the measured value with its error interval
 * @param reason stable code; empty on PASS
 * @param events indexes of the journal entries it rests on
 * @param details further values for the report, name to text
 */
public record Verdict(
        String id,
        boolean implicit,
        Status status,
        String headline,
        String target,
        Optional<Measured> measured,
        Optional<Reason> reason,
        List<Long> events,
        Map<String, String> details) {

    /** The three verdicts. */
    public enum Status {
        PASS,
        FAIL,
        INCONCLUSIVE
    }

    /**
     * A measured value: the truth is at some point of {@code [low, high]}.
     *
     * @param moreIsBetter true where the target is "at least", so that the lowest value is the
     *     worst one
     */
    public record Measured(double low, double high, String unit, boolean moreIsBetter) {

        /** Makes one of the usual kind: of a share more is better, of all else less. */
        public Measured(double low, double high, String unit) {
            this(low, high, unit, unit.equals("%"));
        }
    }
}
