package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Interval;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Fact;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Judges (N29) whether, in an incident that lasts, news come more slowly only where that was
 * announced: from a time after the declaration on, a gap between two updates to the public that is
 * longer than the usual cadence begins with a notice whose next update is promised for later than
 * that cadence. Exercised where the incident was open for longer than both times together.
 */
public final class LongIncidentCheck implements Check {

    @Override
    public ObjectiveKind kind() {
        return Awaited.untilResolved(
                "n29-long",
                "in a long incident news come more slowly only where that was announced",
                Setting.optional(
                        "after",
                        Setting.Type.DURATION,
                        Duration.ofHours(2),
                        "from when on an incident is long, counted from its declaration"),
                Setting.optional(
                        "cadence",
                        Setting.Type.DURATION,
                        Duration.ofMinutes(30),
                        "the usual longest time between updates"));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Settings settings = objective.settings();
        Story story = new Story(scenario, journal);
        Telling told = story.told();
        Duration cadence = settings.duration("cadence");
        Draft draft = Draft.of(objective, "every " + Scale.limit(cadence) + ", or as announced");
        Optional<Interval> declared = told.declared();
        long after = told.scale().inDrill(settings.duration("after"));
        long usual = told.scale().inDrill(cadence);
        long end = told.resolved().map(Interval::lo).orElse(told.observedUntil());
        if (declared.isEmpty() || end - declared.get().hi() <= after + usual) {
            return Unexercised.because(
                    draft,
                    "no incident was open for longer than "
                            + Scale.limit(settings.duration("after").plus(cadence)));
        }
        List<Gaps.Gap> gaps =
                Gaps.of(declared.get(), Story.updates(story.toPublic()), open(told, end));
        List<Gaps.Gap> late = gaps.stream()
                .filter(gap -> begin(gap, declared.get()) + gap.length().hi()
                        > declared.get().hi() + after)
                .filter(gap -> gap.length().hi() > usual)
                .filter(gap -> !announced(told, gap, usual))
                .toList();
        return rule(draft, told.scale(), late, cadence);
    }

    private static Optional<Long> open(Telling told, long end) {
        return told.resolved().isPresent() ? Optional.empty() : Optional.of(end);
    }

    private static long begin(Gaps.Gap gap, Interval declared) {
        return gap.before().map(notice -> notice.arrived().lo()).orElse(declared.lo());
    }

    private static boolean announced(Telling told, Gaps.Gap gap, long usual) {
        return gap.before()
                .flatMap(notice -> notice.instant(Fact.NEXT_UPDATE)
                        .map(promised -> told.nanos(promised) - notice.sent().lo() > usual))
                .orElse(false);
    }

    private static Verdict rule(Draft draft, Scale scale, List<Gaps.Gap> late, Duration cadence) {
        Optional<Gaps.Gap> longest = late.stream()
                .max((one, other) ->
                        Long.compare(one.length().lo(), other.length().lo()));
        if (longest.isEmpty()) {
            return draft.pass("news came at least every " + Scale.limit(cadence)
                    + ", or were announced for later");
        }
        Interval length = longest.get().length();
        longest.get().before().ifPresent(notice -> draft.event(notice.index()));
        draft.measured(scale.seconds(length.lo()), scale.seconds(length.hi()), "s");
        String said = "the public heard nothing for " + scale.took(length)
                + " in a long incident, which nobody had announced; usual is every "
                + Scale.limit(cadence);
        return length.lo() > scale.inDrill(cadence)
                ? draft.fail(Reason.CADENCE_UNANNOUNCED, said)
                : draft.inconclusive(Reason.STRADDLES_LIMIT, said + " lies inside the error");
    }
}
