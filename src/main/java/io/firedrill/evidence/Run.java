package io.firedrill.evidence;

import io.firedrill.check.Verdict;
import io.firedrill.scenario.Problem;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run of the suite, over: what summary, Allure and the table at the end are made of.
 *
 * @param mode containers or inprocess
 * @param notes what was not to be run, and how to get it, in sentences
 * @param planned how many drills and twins were to be run
 * @param drilled those that were run, in the order of their files
 * @param problems what is wrong with scenario files or switches; where there is any, nothing was
 *     run
 */
public record Run(
        String mode,
        List<String> notes,
        int planned,
        Instant started,
        Instant ended,
        List<Drilled> drilled,
        List<Problem> problems,
        Map<String, String> machine) {

    /** Gives the drills, without twins. */
    public List<Drilled> drills() {
        return drilled.stream()
                .filter(drill -> drill.scenario().twin().isEmpty())
                .toList();
    }

    /** Gives the twins. */
    public List<Drilled> twins() {
        return drilled.stream()
                .filter(drill -> drill.scenario().twin().isPresent())
                .toList();
    }

    /**
     * FAIL where a system failed a drill; PASS where everything planned was run, passed, and every
     * twin was caught; else INCONCLUSIVE.
     */
    public Verdict.Status verdict() {
        if (drills().stream().anyMatch(drill -> drill.result().status() == Verdict.Status.FAIL)) {
            return Verdict.Status.FAIL;
        }
        boolean complete = problems.isEmpty() && planned > 0 && drilled.size() == planned;
        boolean allGood = drilled.stream().allMatch(Run::good);
        return complete && allGood ? Verdict.Status.PASS : Verdict.Status.INCONCLUSIVE;
    }

    /** Says whether it was a dry run, in which nothing was injected. */
    public boolean dry() {
        return drilled.stream().anyMatch(drill -> drill.result().dry());
    }

    /** Gives the verdict in a word; {@code DRY} where nothing more can be asked of a dry run. */
    public String word() {
        boolean complete = problems.isEmpty() && planned > 0 && drilled.size() == planned;
        boolean rehearsed = drilled.stream().allMatch(drill -> drill.result().rehearsed());
        return complete && rehearsed ? "DRY" : verdict().name();
    }

    /** Says whether a drill passed, or a twin was caught. */
    public static boolean good(Drilled drill) {
        Optional<TwinCatch> twin =
                drill.scenario().twin().map(expected -> TwinCatch.of(expected, drill.result()));
        return twin.map(TwinCatch::caught)
                .orElseGet(() -> drill.result().status() == Verdict.Status.PASS);
    }
}
