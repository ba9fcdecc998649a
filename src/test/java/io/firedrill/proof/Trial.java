package io.firedrill.proof;

import io.firedrill.check.Verdict;
import io.firedrill.scenario.Scenario;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One run of one drill.
 *
 * @param number from 1, for each scenario
 * @param noisy whether our own noise is made beside it
 */
record Trial(Scenario scenario, int number, long seed, boolean noisy) {
    /** What came out, not what was expected. */
    private static final Pattern UNTOLD = Pattern.compile("(^\\S+|, was) INCONCLUSIVE\\b");

    /** Gives another one, with a seed of its own. */
    Trial again() {
        return new Trial(scenario, number + 1, seed + 1, noisy);
    }

    String fileName() {
        return scenario.id().replace('/', '.') + "-" + number + (noisy ? "-noisy" : "") + ".jsonl";
    }

    /**
     * What came of it.
     *
     * @param surprises what is not as it must be; empty where the verdict is the right one
     */
    record Outcome(Trial trial, Verdict.Status status, List<String> surprises, double seconds) {
        boolean right() {
            return surprises.isEmpty();
        }

        /**
         * Says whether nothing is wrong with it but that something could not be told, as on a
         * machine that is too busy: the only thing for which a drill, too, is run again.
         */
        boolean unclear() {
            return !right()
                    && surprises.stream().allMatch(it -> UNTOLD.matcher(it).find());
        }

        /** Says it in one line. */
        String text() {
            return trial.scenario().id() + " #" + trial.number() + " (seed " + trial.seed()
                    + (trial.noisy() ? ", under noise" : "") + "): "
                    + (right() ? "as it must be" : String.join("; ", surprises));
        }
    }
}
