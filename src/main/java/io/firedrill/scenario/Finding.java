package io.firedrill.scenario;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A known gap, as {@code findings.yaml} in the root of the scenarios says: what a drill showed, who
 * closes it, and until when (C11 of the evidence: class, severity, owner, due date, root cause,
 * accepted risk, retest).
 *
 * @param file where it was read from
 * @param line where its entry begins, from 1
 * @param about the objective that is not held
 * @param kind which class of gap it is, one of {@link #KINDS}
 * @param severity as of a drill
 * @param owner who closes it, a role or a name
 * @param found the day on which it was found
 * @param due the day by which it is to be closed; on that day it is still in time
 * @param cause the root cause; empty while it is not known
 * @param accepted the risk that was taken, if it was
 * @param closing how it was closed, if it was
 */
public record Finding(
        Path file,
        int line,
        String id,
        About about,
        String kind,
        String severity,
        String owner,
        LocalDate found,
        LocalDate due,
        String cause,
        Optional<Accepted> accepted,
        Optional<Closing> closing) {
    /** The classes of gaps. */
    public static final List<String> KINDS = List.of(
            "design",
            "configuration",
            "capacity",
            "software",
            "procedure",
            "communication",
            "provider",
            "drill");

    /**
     * What is not held.
     *
     * @param drill the id of the drill
     * @param objective the id of its objective
     * @param what the gap in a sentence
     */
    public record About(String drill, String objective, String what) {}

    /**
     * A risk that somebody took.
     *
     * @param by who took it
     * @param until the last day on which it is taken
     */
    public record Accepted(String by, LocalDate until, String why) {}

    /**
     * How a gap was closed.
     *
     * @param retest what showed it
     */
    public record Closing(LocalDate on, String retest) {}

    /** How a finding stands on a day. */
    public enum State {
        /** It is to be closed, and there is time. */
        OPEN,
        /** It is not closed, and somebody took the risk until a day that has not passed. */
        ACCEPTED,
        /** It should have been closed by now. */
        OVERDUE,
        /** It is closed. */
        CLOSED
    }

    /** Says how it stands on a day. */
    public State on(LocalDate day) {
        if (closing.isPresent()) {
            return State.CLOSED;
        }
        if (accepted.filter(risk -> !day.isAfter(risk.until())).isPresent()) {
            return State.ACCEPTED;
        }
        return day.isAfter(due) ? State.OVERDUE : State.OPEN;
    }

    /** Gives the last day on which it is in time. */
    public LocalDate last() {
        return accepted.map(Accepted::until).filter(due::isBefore).orElse(due);
    }
}
