package io.firedrill.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a step asks of people: one prompt, or the lines of a written procedure, one after the other.
 * All times are the drill's own, whatever scale a plan of communication has: a person is not made
 * faster.
 *
 * @param runbook true for a written procedure
 * @param act the word by which an answer to a prompt is written down, such as {@code approved}
 * @param lines what is asked, in order; exactly one for a prompt
 * @param within the longest time from the asking to the last answer
 * @param deputy who is asked where the first does not answer in time; never of a runbook
 * @param absent true where the first is not there, so that only the deputy can answer
 * @param standIn how long after it was asked a stand-in answers each line, where no person is
 *     asked; empty where it never does
 */
public record Assignment(
        boolean runbook,
        String act,
        List<Line> lines,
        Duration within,
        Optional<Deputy> deputy,
        boolean absent,
        Optional<Duration> standIn) {
    /** The objective that a step with a prompt is. */
    public static final String PERSON = "person";

    /** The objective that a step with a written procedure is. */
    public static final String RUNBOOK = "runbook";

    /** Name of the setting of both that says which step is judged. */
    public static final String OF = "of";

    /** Name of the setting of both that limits them. */
    public static final String WITHIN = "within";

    /** The answer that a line was done. */
    public static final String DONE = "done";

    /** The answer that a line is left out; it needs a reason. */
    public static final String SKIP = "skip";

    /**
     * One thing that is asked.
     *
     * @param role who is asked
     * @param text what is asked, or what is to be done
     * @param answers those that are allowed; a stand-in gives the first one
     * @param planned how long it is expected to take
     */
    public record Line(String role, String text, List<String> answers, Duration planned) {}

    /**
     * Who is asked next.
     *
     * @param after how long after the first was asked
     */
    public record Deputy(String role, Duration after) {}

    /** Names the kind of objective that judges it. */
    public String kind() {
        return runbook ? RUNBOOK : PERSON;
    }

    /** Says whether a kind of objective comes from a step, and is never written as one. */
    static boolean judgedBy(String kind) {
        return kind.equals(PERSON) || kind.equals(RUNBOOK);
    }
}
