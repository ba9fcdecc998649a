package io.firedrill.systems.bank;

/**
 * The database did not answer in time, or not at all. What was being written may or may not be
 * written: the caller repeats the request with the same id.
 */
final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
