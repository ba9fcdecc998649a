package io.firedrill.journal;

/** Why an attempt was not served; stable codes, so that they can be counted over runs. */
public enum AttemptReason {
    /** It was served. */
    NONE,
    /** The connection was refused. */
    REFUSED,
    /** The connection was reset or closed before the answer was complete. */
    RESET,
    /** The deadline passed in silence. */
    TIMEOUT,
    /** An answer came, with a status that is not good. */
    STATUS,
    /** An answer came, with a good status and a wrong body. */
    BODY,
    /** The harness itself failed; never blamed on the system. */
    HARNESS;

    /**
     * Says whether the system gave an answer: then it was dark at some instant of the attempt
     * itself.
     */
    public boolean answered() {
        return this == REFUSED || this == RESET || this == STATUS || this == BODY;
    }
}
