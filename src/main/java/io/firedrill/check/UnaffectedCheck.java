package io.firedrill.check;

import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.PlainWords;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Judges whether something did <em>not</em> notice the faults: the customers of a journey, or a
 * component. The time is from the first fault to the end of the last heal.
 */
public final class UnaffectedCheck implements Check {
    private static final Set<String> AFFECTED = Set.of("die", "unhealthy", "pause", "oom", "stop");

    @Override
    public ObjectiveKind kind() {
        return new ObjectiveKind(
                "unaffected",
                List.of(
                        Setting.optional(
                                "of", Setting.Type.JOURNEY, "the journey that must not notice"),
                        Setting.optional(
                                "component",
                                Setting.Type.COMPONENT,
                                "the component that must not notice"),
                        Setting.optional(
                                "at-least",
                                Setting.Type.SHARE,
                                1.0,
                                "smallest share of attempts served")),
                settings -> List.of(),
                false,
                "a journey or a component does not notice the faults");
    }

    @Override
    public String explain(Objective objective) {
        Settings settings = objective.settings();
        return settings.find("of", String.class)
                .map(it -> "at least " + PlainWords.share(settings.get("at-least", Double.class))
                        + " of the customers of " + it + " are served all through the drill")
                .orElseGet(() -> settings.find("component", String.class).orElse("a component")
                        + " stays up and healthy all through the drill");
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Settings settings = objective.settings();
        Optional<String> journey = settings.find("of", String.class);
        Optional<String> component = settings.find("component", String.class);
        Draft draft = Draft.of(objective, "not affected");
        Faults faults = Faults.of(journal);
        if (faults.firstBegin().isEmpty()) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED, "no fault was applied, so nothing could be noticed");
        }
        if (journey.isPresent() == component.isPresent()) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED, "it names neither or both of 'of' and 'component'");
        }
        if (component.isPresent()) {
            Clouds clouds = JourneyMeasure.clouds(scenario, journal, faults);
            return component(draft, faults.component(component.get()), journal, clouds);
        }
        double atLeast = settings.get("at-least", Double.class);
        JourneyMeasure measure = JourneyMeasure.of(journey.get(), scenario, journal, faults);
        AvailabilityCheck.tellPhases(draft, measure, DrillFacts.cuts(journal, faults));
        Share share = Share.of(measure, Share.dropped(journal, journey.get()), time(journal), 0);
        return new ShareRuling(draft, journey.get(), atLeast, Reason.AFFECTED)
                .rule(share, "while the faults were on");
    }

    private static Interval time(Journal journal) {
        Faults faults = Faults.of(journal);
        long from = faults.firstBegin().orElseThrow();
        OptionalLong healed = faults.end();
        return new Interval(
                from, Math.max(from, healed.orElse(Moments.of(journal).observedUntil())));
    }

    private static Verdict component(
            Draft draft, String component, Journal journal, Clouds clouds) {
        Interval time = time(journal);
        List<Entry> seen = journal.entries().stream()
                .filter(entry -> entry.event() instanceof Event.ComponentSeen one
                        && one.component().equals(component)
                        && time.contains(one.end())
                        && AFFECTED.contains(one.state()))
                .toList();
        if (seen.isEmpty()) {
            return draft.pass(component + " noticed nothing in the " + Figures.exact(time.width())
                    + " from the first fault to the last heal");
        }
        Event.ComponentSeen first = (Event.ComponentSeen) seen.get(0).event();
        seen.forEach(entry -> draft.event(entry.index()));
        if (seen.stream().allMatch(entry -> clouds.ours(entry.nanos() - 1, entry.nanos()) > 0)) {
            return draft.inconclusive(
                    Reason.HARNESS_OVERLOADED,
                    component + " was affected: " + first.state()
                            + ", but only where our own machine stood still, in which it lives");
        }
        return draft.fail(
                Reason.AFFECTED,
                component + " was affected: " + first.state() + " "
                        + Figures.exact(first.end() - time.lo()) + " after the first fault");
    }
}
