package io.firedrill.check;

import io.firedrill.journal.Event;
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
import java.util.Map;
import java.util.Optional;

/**
 * Judges whether the system can stay on its standby: for a sufficient period after the role moved,
 * the new holder keeps it alone, and customers at a stated load are served by it. The period begins
 * with the first attempt that is served after the move.
 */
public final class OnStandbyCheck implements Check {
    private static final Duration SLACK = Duration.ofSeconds(2);
    private static final double NEARLY_ALL = 0.95;

    @Override
    public ObjectiveKind kind() {
        return new ObjectiveKind(
                "on-standby",
                List.of(
                        Setting.required("role", Setting.Type.ROLE, "the role"),
                        Setting.required("for", Setting.Type.DURATION, "how long from the move on"),
                        Setting.required("of", Setting.Type.JOURNEY, "whose customers"),
                        Setting.optional(
                                "load",
                                Setting.Type.RATE,
                                "how many of them set out; their usual rate where not given"),
                        Setting.optional(
                                "at-least",
                                Setting.Type.SHARE,
                                0.99,
                                "smallest share of attempts served"),
                        Setting.optional(
                                "within",
                                Setting.Type.DURATION,
                                Duration.ofMinutes(1),
                                "how long the move is waited for")),
                OnStandbyCheck::awaits,
                false,
                "the system stays on its standby for a time, at a stated load");
    }

    private static List<Await> awaits(Settings settings) {
        Duration lasting = settings.duration("for").plus(SLACK);
        Trigger held = new Trigger.RoleHeld(settings.text("role"), lasting);
        Duration atMost = settings.duration("within").plus(lasting).plus(SLACK);
        return List.of(new Await(held, atMost, Await.From.FIRST_FAULT));
    }

    @Override
    public String explain(Objective objective) {
        Settings settings = objective.settings();
        return "once " + settings.text("role") + " has moved (waited for "
                + PlainWords.duration(settings.duration("within"))
                + " at most), the new holder keeps it for "
                + PlainWords.duration(settings.duration("for")) + ", and at least "
                + PlainWords.share(settings.get("at-least", Double.class)) + " of the customers of "
                + settings.text("of") + " are served"
                + settings.find("load", Double.class)
                        .map(it -> ", at " + PlainWords.rate(it))
                        .orElse("");
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Settings settings = objective.settings();
        Duration lasting = settings.duration("for");
        Draft draft = Draft.of(objective, "for " + Figures.limit(lasting));
        Faults faults = Faults.of(journal);
        Takeover takeover = Takeover.of(settings.text("role"), journal, faults);
        draft.events(takeover.events());
        if (takeover.moved().isEmpty()) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED,
                    "the role " + settings.text("role") + " never moved to a standby");
        }
        String journey = settings.text("of");
        JourneyMeasure measure = JourneyMeasure.of(journey, scenario, journal, faults);
        Optional<Long> begin = begin(measure, takeover.moved().get());
        if (begin.isEmpty()) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED,
                    "no attempt of " + journey + " was served after the role moved");
        }
        Interval period = new Interval(begin.get(), begin.get() + lasting.toNanos());
        return period(draft, takeover, period, journal)
                .orElseGet(
                        () -> rule(draft, settings, period, new Seen(measure, scenario, journal)));
    }

    private static Optional<Long> begin(JourneyMeasure measure, Interval moved) {
        return measure.attempts().list().stream()
                .filter(attempt -> attempt.ok() && attempt.sent() >= moved.hi())
                .map(Event.Attempt::intended)
                .findFirst();
    }

    private static Optional<Verdict> period(
            Draft draft, Takeover takeover, Interval period, Journal journal) {
        String holder = takeover.to().orElseThrow();
        long watched = Moments.of(journal).observedUntil() - period.lo();
        Optional<Interval> left = takeover.left().filter(when -> when.lo() < period.hi());
        if (left.isPresent()) {
            Interval stayed = left.get().since(Interval.at(period.lo()));
            draft.lasted(stayed);
            String said = holder + " did not stay the only holder: until "
                    + Figures.measured(stayed) + " after its first service, "
                    + Figures.exact(period.width()) + " asked";
            return Optional.of(
                    left.get().hi() < period.hi()
                            ? draft.fail(Reason.LEFT_STANDBY, said)
                            : draft.inconclusive(
                                    Reason.STRADDLES_LIMIT, said + " lies inside the error"));
        }
        draft.detail("holder", holder).detail("watched", Figures.exact(Math.max(0, watched)));
        return watched >= period.width()
                ? Optional.empty()
                : Optional.of(draft.inconclusive(
                        Reason.NOT_MEASURED,
                        holder + " was watched for " + Figures.exact(Math.max(0, watched))
                                + " only, " + Figures.exact(period.width()) + " asked"));
    }

    /** What was seen of the customers. */
    private record Seen(JourneyMeasure measure, Scenario scenario, Journal journal) {}

    private static Verdict rule(Draft draft, Settings settings, Interval period, Seen seen) {
        String journey = settings.text("of");
        Map<String, Double> customers = seen.scenario().customers();
        double rate = customers.getOrDefault(journey, 0.0);
        double load = settings.find("load", Double.class).orElse(rate);
        Share share =
                Share.of(seen.measure(), Share.dropped(seen.journal(), journey), period, rate);
        double setOut = (share.served() + share.missed()) / Figures.seconds(period.width());
        draft.detail("load", setOut + "/s");
        if (setOut < NEARLY_ALL * load) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED,
                    "only " + Math.floor(setOut * 10) / 10 + " attempts of " + journey
                            + " set out a second, the stated load is " + load);
        }
        double atLeast = settings.get("at-least", Double.class);
        return new ShareRuling(draft, journey, atLeast, Reason.TOO_FEW_SERVED)
                .rule(share, "in " + Figures.exact(period.width()) + " on the standby");
    }
}
