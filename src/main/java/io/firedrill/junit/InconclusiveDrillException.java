package io.firedrill.junit;

import io.firedrill.DrillException;

import org.jspecify.annotations.Nullable;

/**
 * Says that a drill does not tell whether the system holds: the drill failed, not the system. It
 * fails the build, and Allure shows it as broken.
 */
public final class InconclusiveDrillException extends DrillException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception; the message says what is not known and why. */
    public InconclusiveDrillException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
