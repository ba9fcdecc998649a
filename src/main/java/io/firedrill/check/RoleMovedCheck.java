package io.firedrill.check;

import io.firedrill.journal.Journal;
import io.firedrill.scenario.Await;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.PlainWords;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;
import io.firedrill.scenario.Trigger;

import java.time.Duration;
import java.util.List;

/**
 * Judges whether a role moved to another holder in time after the first fault, and is held by one
 * only in the end.
 */
public final class RoleMovedCheck implements Check {
    private static final Duration SLACK = Duration.ofSeconds(2);

    @Override
    public ObjectiveKind kind() {
        return new ObjectiveKind(
                "role-moved",
                List.of(
                        Setting.required("role", Setting.Type.ROLE, "the role"),
                        Setting.required(
                                "within", Setting.Type.DURATION, "longest time from the fault")),
                RoleMovedCheck::awaits,
                false,
                "a role moves to another holder within a time of the first fault");
    }

    private static List<Await> awaits(Settings settings) {
        Duration atMost = settings.duration("within").plus(SLACK);
        Trigger moved = new Trigger.RoleMoved(settings.text("role"));
        return List.of(new Await(moved, atMost, Await.From.FIRST_FAULT));
    }

    @Override
    public String explain(Objective objective) {
        Settings settings = objective.settings();
        return settings.text("role") + " moves to another holder within "
                + PlainWords.duration(settings.duration("within"))
                + " of the first fault, and in the end one component holds it";
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        String role = objective.settings().text("role");
        Duration within = objective.settings().duration("within");
        Draft draft = Draft.of(objective, Figures.limit(within));
        Faults faults = Faults.of(journal);
        if (faults.first().isEmpty()) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED, "no fault was applied, so nothing had to move");
        }
        Takeover takeover = Takeover.of(role, journal, faults);
        draft.events(takeover.events())
                .detail("holders in the end", String.valueOf(takeover.holders()));
        if (takeover.from().isEmpty()) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED,
                    "nobody alone held the role " + role + " before the first fault");
        }
        if (takeover.moved().isEmpty()) {
            long watched =
                    Moments.of(journal).observedUntil() - faults.first().get().hi();
            return stayed(draft, takeover.from().get(), watched, within);
        }
        Interval took = takeover.moved().get().since(faults.first().get());
        return rule(draft.seconds(took), takeover, took, within);
    }

    private static Verdict stayed(Draft draft, String from, long watched, Duration within) {
        String said = "nobody took the role over from " + from + ", "
                + Figures.exact(Math.max(0, watched)) + " after the first fault, limit "
                + Figures.limit(within);
        return watched > within.toNanos()
                ? draft.fail(Reason.ROLE_NOT_MOVED, said)
                : draft.inconclusive(
                        Reason.NOT_MEASURED, said + ", and was not watched for longer");
    }

    private static Verdict rule(Draft draft, Takeover takeover, Interval took, Duration within) {
        String said = "the role moved from " + takeover.from().orElseThrow() + " to "
                + takeover.to().orElseThrow() + " " + Figures.measured(took)
                + " after the first fault, limit " + Figures.limit(within);
        if (takeover.holders().size() > 1) {
            return draft.fail(
                    Reason.ROLE_HELD_TWICE, said + "; in the end held by " + takeover.holders());
        }
        if (took.hi() <= within.toNanos()) {
            return draft.pass(said);
        }
        return took.lo() > within.toNanos()
                ? draft.fail(Reason.ROLE_MOVED_TOO_LATE, said)
                : draft.inconclusive(Reason.STRADDLES_LIMIT, said + " lies inside the error");
    }
}
