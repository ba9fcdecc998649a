package com.example.drills;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event.Attempt;
import io.firedrill.journal.Event.AttemptsDropped;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;

import java.util.List;

/**
 * Judges how many attempts of a journey failed in the whole drill: {@code failures: {of: pay,
 * at-most: 20}}.
 */
public final class FailuresCheck implements Check {
    @Override
    public ObjectiveKind kind() {
        return new ObjectiveKind(
                "failures",
                List.of(
                        Setting.required("of", Setting.Type.JOURNEY, "the journey"),
                        Setting.required("at-most", Setting.Type.COUNT, "failed attempts")),
                settings -> List.of(), // it waits for nothing: whatever happened is judged
                false,
                "no more attempts than that failed");
    }

    /** Sees scenario and journal only, so that it can be judged again, years later. */
    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        String journey = objective.settings().text("of");
        int limit = objective.settings().get("at-most", Integer.class);
        Draft draft = Draft.of(objective, "at most " + limit);
        List<Attempt> attempts = journal.all(Attempt.class)
                .filter(attempt -> attempt.journey().equals(journey))
                .toList();
        if (attempts.isEmpty()) {
            return draft.inconclusive(Reason.NO_TRAFFIC, "nobody set out for " + journey);
        }
        // what we failed ourselves, and whom we never sent, may have been served or not
        long ours = attempts.stream()
                .filter(attempt -> attempt.reason() == AttemptReason.HARNESS)
                .count();
        long dropped = journal.all(AttemptsDropped.class)
                .filter(some -> some.journey().equals(journey))
                .mapToLong(AttemptsDropped::count)
                .sum();
        long low = attempts.stream().filter(attempt -> !attempt.ok()).count() - ours;
        return rule(draft, new Verdict.Measured(low, low + ours + dropped, "attempts"), limit);
    }

    /** Says no more than is known: where the interval straddles the limit, nothing is. */
    private static Verdict rule(Draft draft, Verdict.Measured failed, int limit) {
        draft.measured(failed.low(), failed.high(), failed.unit());
        String said = (long) failed.low() + " attempts failed, at most " + limit + " asked";
        if (failed.high() <= limit) {
            return draft.pass(said);
        }
        return failed.low() > limit
                ? draft.fail(Reason.AFFECTED, said)
                : draft.inconclusive(Reason.STRADDLES_LIMIT, said + "; too much is not known");
    }
}
