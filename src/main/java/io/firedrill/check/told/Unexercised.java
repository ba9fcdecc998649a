package io.firedrill.check.told;

import io.firedrill.check.Draft;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;

/** Says that a drill did not put something to the test: not measured, never passed. */
final class Unexercised {
    private Unexercised() {}

    /** Gives the verdict where the public was told nothing at all. */
    static Verdict nothingPublic(Draft draft) {
        return because(draft, "the public was told nothing, so there is no text to judge");
    }

    /** Gives the verdict. */
    static Verdict because(Draft draft, String why) {
        return draft.inconclusive(Reason.NOT_EXERCISED, why);
    }
}
