package io.firedrill.evidence;

import io.firedrill.DrillException;

import org.jspecify.annotations.Nullable;

/** Says that evidence could not be written; the drill that it belongs to then does not pass. */
public final class EvidenceException extends DrillException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception; the message names the file or folder. */
    public EvidenceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
