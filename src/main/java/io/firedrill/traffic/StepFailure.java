package io.firedrill.traffic;

import io.firedrill.DrillException;
import io.firedrill.journal.AttemptReason;

import org.jspecify.annotations.Nullable;

/**
 * Ends a conversation early: what the system answered, or that it did not. Carries no stack trace,
 * for it is data.
 */
final class StepFailure extends DrillException {
    private static final long serialVersionUID = 1L;

    private final AttemptReason reason;
    private final @Nullable Integer status;
    private final boolean definiteNo;
    private final long sent;

    /** Creates a failure that leaves open whether the request had an effect. */
    StepFailure(AttemptReason reason, String detail) {
        this(new Answered(reason, null), detail, false, Long.MAX_VALUE);
    }

    private StepFailure(Answered answered, String detail, boolean definiteNo, long sent) {
        super(detail);
        this.reason = answered.reason();
        this.status = answered.status();
        this.definiteNo = definiteNo;
        this.sent = sent;
    }

    private record Answered(AttemptReason reason, @Nullable Integer status) {}

    /** Gives the failure for a status that was not expected; 4xx says that nothing was done. */
    static StepFailure ofStatus(String detail, int status) {
        boolean no = status >= 400 && status < 500;
        Answered answered = new Answered(AttemptReason.STATUS, status);
        return new StepFailure(answered, detail, no, Long.MAX_VALUE);
    }

    /**
     * Gives the failure of a sign-in that several attempts waited for; it was under way since
     * {@code sent}.
     *
     * @param more said behind its detail
     */
    static StepFailure ofSignIn(Ending ending, String more) {
        Answered answered = new Answered(ending.reason(), ending.status());
        String detail = "sign-in: " + ending.detail() + more;
        return new StepFailure(answered, detail, true, ending.sent());
    }

    AttemptReason reason() {
        return reason;
    }

    /** Gives the status that was not the expected one; null where that is not what was wrong. */
    @Nullable
    Integer status() {
        return status;
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
