package io.firedrill.check;

import io.firedrill.scenario.Scenario;

import java.util.List;

/**
 * All verdicts of one drill.
 *
 * @param verdicts implicit checks first, then the objectives in the order of the scenario
 */
public record DrillResult(Scenario scenario, List<Verdict> verdicts) {

    /**
     * FAIL where the system failed an objective, else INCONCLUSIVE where anything is not known,
     * else PASS.
     */
    public Verdict.Status status() {
        if (has(Verdict.Status.FAIL)) {
            return Verdict.Status.FAIL;
        }
        return has(Verdict.Status.INCONCLUSIVE) || verdicts.isEmpty()
                ? Verdict.Status.INCONCLUSIVE
                : Verdict.Status.PASS;
    }

    /**
     * Gives the verdicts that are not PASS by themselves; those that only follow from one of them
     * are left out.
     */
    public List<Verdict> causes() {
        return verdicts.stream()
                .filter(verdict -> verdict.status() != Verdict.Status.PASS)
                .filter(verdict -> !verdict.details().containsKey(Judge.BECAUSE))
                .toList();
    }

    /** Says whether it was a dry run: nothing was injected, so it is neither PASS nor FAIL. */
    public boolean dry() {
        return verdicts.stream().anyMatch(DrillResult::only);
    }

    /** Says whether it was a dry run in which all went well that can go well without a fault. */
    public boolean rehearsed() {
        return dry() && verdicts.stream().allMatch(DrillResult::only);
    }

    /** Gives the verdict in a word; {@code DRY} for a dry run in which all went well. */
    public String word() {
        return rehearsed() ? "DRY" : status().name();
    }

    private static boolean only(Verdict verdict) {
        return verdict.reason().filter(Reason.DRY_RUN::equals).isPresent();
    }

    private boolean has(Verdict.Status status) {
        return verdicts.stream().anyMatch(verdict -> verdict.status() == status);
    }
}
