package io.firedrill.journal;

import io.firedrill.DrillException;

import org.jspecify.annotations.Nullable;

/** Says that a journal could not be written or read. */
public final class JournalException extends DrillException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception; the message names the file and, where known, the line. */
    public JournalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
