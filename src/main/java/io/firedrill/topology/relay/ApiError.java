package io.firedrill.topology.relay;

import io.firedrill.DrillException;

/** A request that is refused, with the status and the text of the real server. */
final class ApiError extends DrillException {
    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int INTERNAL = 500;

    private final int status;

    private ApiError(int status, String message) {
        super(message);
        this.status = status;
    }

    /** Says that the body could not be read, and why. */
    static ApiError badBody(String why) {
        return new ApiError(BAD_REQUEST, "bad request body: " + why);
    }

    /** Says that a field must be given. */
    static ApiError missing(String field) {
        return new ApiError(BAD_REQUEST, "missing required field: " + field);
    }

    /** Says that there is no such proxy. */
    static ApiError noProxy() {
        return new ApiError(NOT_FOUND, "proxy not found");
    }

    /** Says that the name is taken. */
    static ApiError proxyExists() {
        return new ApiError(CONFLICT, "proxy already exists");
    }

    /** Says that the stream is neither of the two. */
    static ApiError badStream() {
        return new ApiError(
                BAD_REQUEST, "stream was invalid, can be either upstream or downstream");
    }

    /** Says that no toxin is called so. */
    static ApiError badType() {
        return new ApiError(BAD_REQUEST, "invalid toxic type");
    }

    /** Says that there is no such toxic. */
    static ApiError noToxic() {
        return new ApiError(NOT_FOUND, "toxic not found");
    }

    /** Says that the name is taken on that proxy. */
    static ApiError toxicExists() {
        return new ApiError(CONFLICT, "toxic already exists");
    }

    /** Says what the system answered. */
    static ApiError internal(String what) {
        return new ApiError(INTERNAL, what);
    }

    /** Gives the HTTP status. */
    int status() {
        return status;
    }

    /** Gives the text; never null. */
    String text() {
        return String.valueOf(getMessage());
    }
}
