package io.firedrill.systems.bank;

import java.util.List;

/** Says no to a request: the HTTP status and every problem found. Nothing was booked. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<Problem> problems;

    Refusal(int status, List<Problem> problems) {
        super(status + " " + problems, null, false, false);
        this.status = status;
        this.problems = List.copyOf(problems);
    }

    private Refusal(int status, String code, String message) {
        this(status, List.of(new Problem(code, message)));
    }

    /** The request itself is malformed. */
    static Refusal invalid(List<Problem> problems) {
        return new Refusal(400, problems);
    }

    /** Customer or password is wrong; which of the two is not told. */
    static Refusal wrongCredentials() {
        return new Refusal(401, "WRONG_CREDENTIALS", "Customer or password is wrong.");
    }

    /** No token, or one that is expired or not ours. */
    static Refusal signInNeeded(String why) {
        return new Refusal(401, "SIGN_IN_NEEDED", why + " Sign in with POST /sessions.");
    }

    /** The account belongs to someone else, or to nobody; which of the two is not told. */
    static Refusal foreignAccount(String account) {
        return new Refusal(403, "FOREIGN_ACCOUNT", "'" + account + "' is not an account of yours.");
    }

    /** The transfer's id was used before, for another transfer. */
    static Refusal idTaken(String id) {
        return new Refusal(
                409, "ID_TAKEN", "The id '" + id + "' was used before for another transfer.");
    }

    /** The request is well formed, but cannot be booked. */
    static Refusal notBookable(String code, String message, String field) {
        return new Refusal(422, List.of(new Problem(code, message, field)));
    }

    int status() {
        return status;
    }

    List<Problem> problems() {
        return problems;
    }
}
