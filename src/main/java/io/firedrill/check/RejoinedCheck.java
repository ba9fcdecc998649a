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
import java.util.Optional;

/**
 * Judges whether a component took its place again in time: up and healthy, answering what roles it
 * holds, and each of those roles held by exactly one component; and that it stayed so for the rest
 * of the drill. The time counts from the end of the last heal of its fault, or from its death where
 * it started again before any heal. See {@link Membership} for how the journal is replayed.
 */
public final class RejoinedCheck implements Check {
    private static final Duration SLACK = Duration.ofSeconds(1);

    @Override
    public ObjectiveKind kind() {
        return new ObjectiveKind(
                "rejoined",
                List.of(
                        Setting.required(
                                "component",
                                Setting.Type.COMPONENT,
                                "the component, or its fault's name"),
                        Setting.required(
                                "within", Setting.Type.DURATION, "longest time from the heal")),
                RejoinedCheck::awaits,
                false,
                "a component takes its place again within a time of its heal");
    }

    private static List<Await> awaits(Settings settings) {
        Trigger rejoined = new Trigger.Rejoined(settings.text("component"));
        return List.of(
                new Await(rejoined, settings.duration("within").plus(SLACK), Await.From.LAST_HEAL));
    }

    @Override
    public String explain(Objective objective) {
        Settings settings = objective.settings();
        return "the component of '" + settings.text("component") + "' takes its place again within "
                + PlainWords.duration(settings.duration("within"))
                + " of the heal: up, healthy, each role held once";
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Duration within = objective.settings().duration("within");
        Draft draft = Draft.of(objective, Figures.limit(within));
        Faults faults = Faults.of(journal);
        String component = faults.component(objective.settings().text("component"));
        Membership membership = Membership.replay(component, scenario.system(), journal, faults);
        draft.detail("component", component).events(membership.events());
        membership.tell(draft);
        Optional<Interval> origin = membership.origin();
        if (origin.isEmpty()) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED, component + " neither came back by itself nor was healed");
        }
        Verdict verdict = membership.joined().isPresent()
                ? rule(draft, component, membership.joined().get().since(origin.get()), within)
                : away(draft, membership, within);
        long begin = origin.get().hi();
        long lasted =
                membership.joined().map(Interval::lo).orElse(begin + membership.watched()) - begin;
        long ours = JourneyMeasure.clouds(scenario, journal, faults).ours(begin, begin + lasted);
        boolean mayBeOurs = ours > 0 && lasted - ours <= within.toNanos();
        return verdict.status() == Verdict.Status.FAIL && mayBeOurs
                ? draft.inconclusive(
                        Reason.HARNESS_OVERLOADED,
                        component + " took longer than " + Figures.limit(within)
                                + " only since our own machine stood still, in which it lives")
                : verdict;
    }

    private static Verdict rule(Draft draft, String component, Interval took, Duration within) {
        draft.seconds(took);
        String said = component + " was back in its place " + Figures.measured(took) + " after "
                + "its heal or death, limit " + Figures.limit(within);
        if (took.hi() <= within.toNanos()) {
            return draft.pass(said);
        }
        return took.lo() > within.toNanos()
                ? draft.fail(Reason.REJOINED_TOO_LATE, said)
                : draft.inconclusive(Reason.STRADDLES_LIMIT, said + " lies inside the error");
    }

    private static Verdict away(Draft draft, Membership membership, Duration within) {
        String missing = membership.missing();
        long watched = membership.watched();
        String said = missing + ", " + Figures.exact(watched) + " after its heal or death, limit "
                + Figures.limit(within);
        if (membership.orphaned()) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED,
                    said + "; nobody has been since the fault, so its place is not known");
        }
        return watched > within.toNanos()
                ? draft.fail(Reason.NOT_REJOINED, said)
                : draft.inconclusive(
                        Reason.NOT_MEASURED, said + ", and was not watched for longer");
    }
}
