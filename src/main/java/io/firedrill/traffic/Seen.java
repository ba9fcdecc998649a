package io.firedrill.traffic;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Outcome;

/**
 * What a customer saw of an attempt, as a journey tells it; the times are taken around it.
 *
 * @param outcome OK, FAILED (nothing can have been written) or UNKNOWN (it may have been)
 * @param reason why; {@code NONE} with OK, and with nothing else
 * @param detail what was seen, short; known secrets are taken out of it
 */
public record Seen(Outcome outcome, AttemptReason reason, String detail) {

    /** Refuses what contradicts itself. */
    public Seen {
        if ((outcome == Outcome.OK) != (reason == AttemptReason.NONE)) {
            throw new IllegalArgumentException(
                    "outcome " + outcome + " does not go with reason " + reason);
        }
    }

    /** The customer was served; where the journey writes, they were told that it is safe. */
    public static Seen ok() {
        return new Seen(Outcome.OK, AttemptReason.NONE, "");
    }

    /** It failed, and nothing can have been written: a definite no, or nothing was handed over. */
    public static Seen failed(AttemptReason reason, String detail) {
        return new Seen(Outcome.FAILED, reason, detail);
    }

    /** The same, for an exception; see {@link #unknown(Throwable)} for its reason. */
    public static Seen failed(Throwable cause) {
        Classification.Cause seen = Classification.deepest(cause);
        return failed(seen.reason(), seen.words());
    }

    /**
     * It failed, and whether something was written is not known. Of a journey that does not write
     * that is the same as failed.
     */
    public static Seen unknown(AttemptReason reason, String detail) {
        return new Seen(Outcome.UNKNOWN, reason, detail);
    }

    /**
     * The same, for an exception: refused, reset, silent, as the first network exception says among
     * it and its causes. Any other one is taken for trouble of the harness, never for the system's
     * failure: name the reason yourself where the system gave an answer.
     */
    public static Seen unknown(Throwable cause) {
        Classification.Cause seen = Classification.deepest(cause);
        return unknown(seen.reason(), seen.words());
    }
}
