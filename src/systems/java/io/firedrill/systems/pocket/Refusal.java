package io.firedrill.systems.pocket;

/** Says no to a request; nothing was booked. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refusal(Problem problem) {
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    static Refusal of(int status, String code, String message) {
        return new Refusal(new Problem(status, code, message));
    }

    Problem problem() {
        return problem;
    }
}
