package io.firedrill.evidence;

import io.firedrill.check.Verdict;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of a run, for programs: Maven itself can only say that it was not a success. */
public enum Outcome {
    /** Every drill passed and every twin was caught. */
    HELD("held"),
    /** At least one system failed a drill. */
    SYSTEM_FAILED("system failed"),
    /** Drills were run, and at least one of them, or a twin, does not tell. */
    COULD_NOT_TELL("drill could not tell"),
    /** Nothing was run: broken files or switches, or nothing to run. */
    COULD_NOT_RUN("could not run"),
    /** Nothing was injected. */
    DRY_RUN("dry run");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** Gives the words that stand in {@code summary.json}. */
    public String word() {
        return word;
    }

    /** Finds the one of a summary. */
    static Outcome of(Map<String, @Nullable Object> summary) {
        String verdict = String.valueOf(summary.get("verdict"));
        if (verdict.equals(Verdict.Status.FAIL.name())) {
            return SYSTEM_FAILED;
        }
        boolean nothing = Integer.valueOf(0).equals(summary.get("executed"));
        boolean broken =
                summary.get("problems") instanceof Collection<?> problems && !problems.isEmpty();
        if (nothing || broken) {
            return COULD_NOT_RUN;
        }
        if (verdict.equals(Verdict.Status.PASS.name())) {
            return HELD;
        }
        return verdict.equals(Run.DRY) ? DRY_RUN : COULD_NOT_TELL;
    }
}
