package io.firedrill.topology;

import io.firedrill.DrillException;

import org.jspecify.annotations.Nullable;

/** Says that a system did not start. */
public final class ProvisioningException extends DrillException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception with the diagnosis. */
    public ProvisioningException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
