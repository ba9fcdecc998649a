package io.firedrill.traffic;

import io.firedrill.DrillException;
import io.firedrill.journal.AttemptReason;

/**
 * Ends a conversation early: what the system answered, or that it did not. Carries no stack trace,
 * for it is data.
 */
final class StepFailure extends DrillException {
    private static final long serialVersionUID = 1L;

    private final AttemptReason reason;
    private final boolean definiteNo;
    private final long sent;

    /** Creates a failure that leaves open whether the request had an effect. */
    StepFailure(AttemptReason reason, String detail) {
        this(reason, detail, false, Long.MAX_VALUE);
    }

    private StepFailure(AttemptReason reason, String detail, boolean definiteNo, long sent) {
        super(detail);
        this.reason = reason;
        this.definiteNo = definiteNo;
        this.sent = sent;
    }

    /** Gives the failure for a status that was not expected; 4xx says that nothing was done. */
    static StepFailure ofStatus(String detail, int status) {
        boolean no = status >= 400 && status < 500;
        return new StepFailure(AttemptReason.STATUS, detail, no, Long.MAX_VALUE);
    }

    /**
     * Gives the failure of a sign-in that several attempts waited for; it was under way since
     * {@code sent}.
     *
     * @param more said behind its detail
     */
    static StepFailure ofSignIn(Ending ending, String more) {
        String detail = "sign-in: " + ending.detail() + more;
        return new StepFailure(ending.reason(), detail, true, ending.sent());
    }

    AttemptReason reason() {
        return reason;
    }

    /** Says whether the system definitely did nothing. */
    boolean definiteNo() {
        return definiteNo;
    }

    /**
     * Says since when it was under way where that may be before the attempt, else the greatest
     * long.
     */
    long sent() {
        return sent;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
