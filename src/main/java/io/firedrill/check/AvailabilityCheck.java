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
import java.util.OptionalLong;

/**
 * Judges the share of attempts served in a window that begins with the first fault. Attempts that
 * we dropped, and misses that may be our own, are neither served nor missed: they widen the
 * interval.
 */
public final class AvailabilityCheck implements Check {

    @Override
    public ObjectiveKind kind() {
        return new ObjectiveKind(
                "availability",
                List.of(
                        Setting.required("of", Setting.Type.JOURNEY, "whose customers"),
                        Setting.required(
                                "at-least",
                                Setting.Type.SHARE,
                                "smallest share of attempts served"),
                        Setting.required(
                                "window",
                                Setting.Type.DURATION,
                                "how long from the first fault on")),
                AvailabilityCheck::awaits,
                false,
                "a share of the customers is served in a window from the first fault on");
    }

    private static List<Await> awaits(Settings settings) {
        Duration window = settings.duration("window");
        return List.of(new Await(new Trigger.After(window), window, Await.From.FIRST_FAULT));
    }

    @Override
    public String explain(Objective objective) {
        Settings settings = objective.settings();
        return "at least " + PlainWords.share(settings.get("at-least", Double.class))
                + " of the customers of "
                + settings.text("of") + " are served in the "
                + PlainWords.duration(settings.duration("window"))
                + " from the first fault on";
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Settings settings = objective.settings();
        String journey = settings.text("of");
        double atLeast = settings.get("at-least", Double.class);
        Duration window = settings.duration("window");
        Draft draft = Draft.of(
                objective, "at least " + Figures.share(atLeast) + " in " + Figures.limit(window));
        Faults faults = Faults.of(journal);
        OptionalLong fault = faults.firstBegin();
        if (fault.isEmpty()) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED, "no fault was applied, so no window began");
        }
        faults.all().forEach(one -> draft.events(one.events()));
        JourneyMeasure measure = JourneyMeasure.of(journey, scenario, journal, faults);
        Interval time = new Interval(fault.getAsLong(), fault.getAsLong() + window.toNanos());
        double rate = scenario.customers().getOrDefault(journey, 0.0);
        Share share = Share.of(measure, Share.dropped(journal, journey), time, rate);
        tellPhases(draft, measure, DrillFacts.cuts(journal, faults));
        return new ShareRuling(draft, journey, atLeast, Reason.TOO_FEW_SERVED)
                .rule(share, "in " + Figures.limit(window) + " from the first fault");
    }

    /** Adds what customers felt before, during and after the faults. */
    static void tellPhases(Draft draft, JourneyMeasure measure, JourneyFacts.Cuts cuts) {
        List<Event.Attempt> all = measure.attempts().list();
        draft.detail("before", Statistics.of(cuts.before(all)).text())
                .detail("during", Statistics.of(cuts.during(all)).text())
                .detail("after", Statistics.of(cuts.after(all)).text());
    }
}
