package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Interval;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges (N01) whether the first notice reached customers in time after the incident was declared;
 * where nobody declared one, after they were hit. What counts is the delivery where the provider
 * reports it, else the arrival. Exercised where an incident was declared or customers were hit.
 */
public final class FirstNoticeCheck implements Check {

    @Override
    public ObjectiveKind kind() {
        return Awaited.untilTold(
                "n01-first-notice",
                "customers are told for the first time within a time of the declaration",
                Awaited.within(Duration.ofMinutes(5), "longest time from the declaration"));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Duration within = objective.settings().duration(Awaited.WITHIN);
        Draft draft = Draft.of(objective, Scale.limit(within));
        Story story = new Story(scenario, journal);
        Optional<Interval> impact = Restored.of(story.told()).impact();
        Optional<Interval> declared = story.declared();
        Optional<Interval> origin = declared.or(() -> impact);
        if (origin.isEmpty()) {
            return Unexercised.because(
                    draft,
                    "no incident was declared and no customer was hit, so nobody had to be told");
        }
        String since = declared.isPresent()
                ? " after the incident was declared"
                : " after they were hit, and nobody declared an incident";
        Waits waits = new Waits(story.told().scale(), within);
        Optional<First> first = first(story);
        first.ifPresent(it -> waits.came(
                "customers were told {}" + since,
                it.reached().since(origin.get()),
                List.of(it.notice().index())));
        first.ifPresent(it -> tell(draft, story, it, impact));
        return first.isPresent()
                ? waits.rule(draft, Reason.NOTICE_LATE, "customers were told at once" + since)
                : nothing(draft, story, waits, new Untold(origin.get(), since));
    }

    private record First(Arrived notice, Interval reached) {}

    private record Untold(Interval origin, String since) {}

    private static Optional<First> first(Story story) {
        Reached reached = new Reached(story.told());
        return story.toPublic().stream()
                .flatMap(notice -> reached.of(notice).map(when -> new First(notice, when)).stream())
                .min(Comparator.comparingLong(first -> first.reached().hi()));
    }

    private static void tell(Draft draft, Story story, First first, Optional<Interval> impact) {
        draft.detail("first notice", first.notice().named());
        impact.ifPresent(hit -> draft.detail(
                "from impact", story.told().scale().took(first.reached().since(hit))));
    }

    private static Verdict nothing(Draft draft, Story story, Waits waits, Untold untold) {
        Set<String> channels = story.told().publicChannels();
        List<String> silent = story.told().unproven(channels);
        if (silent.size() == channels.size()) {
            return Silent.inconclusive(draft, silent);
        }
        long first = story.told().faults().all().stream()
                .flatMap(fault -> fault.events().stream())
                .findFirst()
                .orElse(0L);
        waits.open(
                "customers had been told nothing {}" + untold.since(),
                Interval.at(story.told().observedUntil()).since(untold.origin()),
                List.of(first));
        return waits.rule(draft, Reason.NOTICE_LATE, "");
    }
}
