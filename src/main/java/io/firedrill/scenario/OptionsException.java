package io.firedrill.scenario;

import io.firedrill.DrillException;

import java.util.List;

/** Says what is wrong with the {@code firedrill.*} switches, all of it at once. */
public final class OptionsException extends DrillException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    /** Creates the exception; its message is one problem for each line. */
    public OptionsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** Gives the problems, one sentence each. */
    public List<String> problems() {
        return problems;
    }
}
