package io.firedrill;

import org.jspecify.annotations.Nullable;

/**
 * Says that a drill, or a part of it, could not be carried out. The root of every exception that
 * Firedrill throws on purpose; the message names the place, the value, what is allowed and what to
 * do next.
 */
public class DrillException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message for the person who runs the drill. */
    public DrillException(String message) {
        super(message);
    }

    /** Creates the exception with a message and the cause, which is always kept. */
    public DrillException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
