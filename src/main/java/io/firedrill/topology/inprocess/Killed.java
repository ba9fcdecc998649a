package io.firedrill.topology.inprocess;

import io.firedrill.DrillException;

/** Ends a thread whose process was killed, at its next step out of its own memory. */
final class Killed extends DrillException {
    private static final long serialVersionUID = 1L;

    Killed(String component) {
        super("the process of '" + component + "' was killed");
    }

    /** It is no news to anybody, so it has no stack. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
