package io.firedrill.evidence;

import com.fasterxml.jackson.databind.JsonNode;

import io.firedrill.check.Verdict;

/** What became of a run, for programs: Maven itself can only say that it was not a success. */
public enum Outcome {
    /** Every drill passed and every twin was caught. */
    HELD("held"),
    /** At least one system failed a drill. */
    SYSTEM_FAILED("system failed"),
    /** Systems failed drills only where that is known, owned and in time: no failure of a build. */
    KNOWN_FINDINGS("known findings"),
    /** All held, also what the ledger of findings says does not: it is to be brought up to date. */
    FINDINGS_TO_CLOSE("findings to close"),
    /** Drills were run, and at least one of them, or a twin, does not tell. */
    COULD_NOT_TELL("drill could not tell"),
    /** Nothing was run: broken files or switches, or nothing to run. */
    COULD_NOT_RUN("could not run"),
    /** Nothing was injected. */
    DRY_RUN("dry run");

    private static final String KNOWN = "known";
    private static final String FIXED = "fixed";

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** Gives the words that stand in {@code summary.json}. */
    public String word() {
        return word;
    }

    /** Finds the one of a summary. */
    static Outcome of(JsonNode summary) {
        String verdict = summary.path("verdict").asText();
        if (verdict.equals(Verdict.Status.FAIL.name())) {
            return onlyKnown(summary) ? KNOWN_FINDINGS : SYSTEM_FAILED;
        }
        boolean nothing = summary.path("executed").asInt() == 0;
        if (nothing || !summary.path("problems").isEmpty()) {
            return COULD_NOT_RUN;
        }
        if (verdict.equals(Verdict.Status.PASS.name())) {
            return rulings(summary, FIXED) == 0 ? HELD : FINDINGS_TO_CLOSE;
        }
        return verdict.equals(Run.DRY) ? DRY_RUN : COULD_NOT_TELL;
    }

    /** Every miss is a finding in time, and nothing else is wrong or open. */
    private static boolean onlyKnown(JsonNode summary) {
        long known = rulings(summary, KNOWN);
        long missed = 0;
        for (JsonNode drill : summary.path("drills")) {
            if (drill.path("verdict").asText().equals(Verdict.Status.INCONCLUSIVE.name())) {
                return false;
            }
            for (JsonNode objective : drill.path("objectives")) {
                boolean held =
                        objective.path("verdict").asText().equals(Verdict.Status.PASS.name());
                missed += held ? 0 : 1;
            }
        }
        for (JsonNode twin : summary.path("twins")) {
            if (!twin.path("caught").asBoolean()) {
                return false;
            }
        }
        boolean complete = summary.path("problems").isEmpty()
                && summary.path("executed").asInt() == summary.path("planned").asInt();
        return complete && missed == known && rulings(summary, FIXED) == 0;
    }

    private static long rulings(JsonNode summary, String ruling) {
        long count = 0;
        for (JsonNode drill : summary.path("drills")) {
            for (JsonNode finding : drill.path("findings")) {
                count += finding.path("ruling").asText().equals(ruling) ? 1 : 0;
            }
        }
        return count;
    }
}
