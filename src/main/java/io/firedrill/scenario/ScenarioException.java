package io.firedrill.scenario;

import io.firedrill.DrillException;

import java.util.List;
import java.util.stream.Collectors;

/** Says what is wrong with a drill, all of it at once. */
public final class ScenarioException extends DrillException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** Creates the exception; its message is one problem for each line. */
    public ScenarioException(List<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** Gives the problems, each with its place. */
    public List<Problem> problems() {
        return problems;
    }
}
