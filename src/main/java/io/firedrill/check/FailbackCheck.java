package io.firedrill.check;

import io.firedrill.journal.Journal;
import io.firedrill.scenario.Await;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;
import io.firedrill.scenario.Trigger;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Judges whether a role that was elsewhere is back with whom it was taken from, alone, in time
 * after the way back began: the begin of the last heal, which is the step that switches back. Both
 * ways are timed, and with {@code of} what its customers felt of each.
 */
public final class FailbackCheck implements Check {
    private static final Duration SLACK = Duration.ofSeconds(2);
    private static final Duration HOLD = Duration.ofSeconds(1);

    @Override
    public ObjectiveKind kind() {
        return new ObjectiveKind(
                "failback",
                List.of(
                        Setting.required("role", Setting.Type.ROLE, "the role"),
                        Setting.required(
                                "within",
                                Setting.Type.DURATION,
                                "longest time from the begin of the last heal"),
                        Setting.optional(
                                "of",
                                Setting.Type.JOURNEY,
                                "whose interruptions are timed, there and back")),
                FailbackCheck::awaits,
                false,
                "a role that moved is back where it was within a time of the last heal");
    }

    private static List<Await> awaits(Settings settings) {
        Trigger back = new Trigger.RoleBack(settings.text("role"));
        return List.of(
                new Await(back, settings.duration("within").plus(SLACK), Await.From.LAST_HEAL));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Settings settings = objective.settings();
        String role = settings.text("role");
        Duration within = settings.duration("within");
        Draft draft = Draft.of(objective, Figures.limit(within));
        Faults faults = Faults.of(journal);
        Takeover takeover = Takeover.of(role, journal, faults);
        draft.events(takeover.events())
                .detail("holders in the end", String.valueOf(takeover.holders()));
        if (takeover.moved().isEmpty() || faults.lastHealBegin().isEmpty()) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED,
                    "the role " + role + " never moved, or nothing was healed: there was no way"
                            + " back");
        }
        long heal = faults.lastHealBegin().getAsLong();
        tellWayThere(draft, takeover, faults);
        settings.find("of", String.class)
                .ifPresent(of -> tellInterruptions(
                        draft, JourneyMeasure.of(of, scenario, journal, faults), heal));
        return takeover.back().isPresent()
                ? rule(draft, takeover, takeover.back().get().since(Interval.at(heal)), within)
                : away(draft, takeover, Moments.of(journal).observedUntil() - heal, within);
    }

    private static void tellWayThere(Draft draft, Takeover takeover, Faults faults) {
        Interval there = takeover.moved().orElseThrow().since(faults.first().orElseThrow());
        draft.detail("role there", Figures.measured(there) + " after the first fault");
    }

    private static void tellInterruptions(Draft draft, JourneyMeasure measure, long heal) {
        draft.detail("interruption there", worst(measure, at -> at < heal))
                .detail("interruption back", worst(measure, at -> at >= heal));
    }

    private static String worst(JourneyMeasure measure, Predicate<Long> way) {
        Optional<Outage> worst = measure.outages(HOLD, false).stream()
                .filter(outage -> way.test(outage.impact().hi()))
                .max(Comparator.comparingLong(Outage::atLeast));
        return worst.map(FailbackCheck::lasted)
                .orElse("none seen; up to " + Figures.exact(measure.blind())
                        + " could have hidden");
    }

    private static String lasted(Outage outage) {
        return outage.duration()
                .map(Figures::measured)
                .orElse("not over after " + Figures.exact(outage.atLeast()));
    }

    private static Verdict rule(Draft draft, Takeover takeover, Interval took, Duration within) {
        String said = "the role was back with " + takeover.from().orElseThrow() + " "
                + Figures.measured(took) + " after the last heal began, limit "
                + Figures.limit(within);
        draft.seconds(took);
        if (took.hi() <= within.toNanos()) {
            return draft.pass(said);
        }
        return took.lo() > within.toNanos()
                ? draft.fail(Reason.FAILED_BACK_TOO_LATE, said)
                : draft.inconclusive(Reason.STRADDLES_LIMIT, said + " lies inside the error");
    }

    private static Verdict away(Draft draft, Takeover takeover, long watched, Duration within) {
        String from = takeover.from().orElseThrow();
        String said = "the role was not back with " + from + ", "
                + Figures.exact(Math.max(0, watched))
                + " after the last heal began, but held by " + takeover.holders() + ", limit "
                + Figures.limit(within);
        if (takeover.holders().size() > 1) {
            return draft.fail(Reason.ROLE_HELD_TWICE, said);
        }
        return watched > within.toNanos()
                ? draft.fail(Reason.NOT_FAILED_BACK, said)
                : draft.inconclusive(
                        Reason.NOT_MEASURED, said + ", and was not watched for longer");
    }
}
