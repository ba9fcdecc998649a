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
import java.util.List;
import java.util.Optional;

/**
 * Judges (N05) the largest time in which the public heard nothing new while an incident was open:
 * from its first notice over every update, on whichever channel it came first, to its resolution.
 * Exercised where it was open for at least two of these times.
 */
public final class CadenceCheck implements Check {

    @Override
    public ObjectiveKind kind() {
        return Awaited.untilResolved(
                "n05-cadence",
                "while an incident is open an update comes at least every so often",
                Awaited.within(
                        Duration.ofMinutes(30), "longest time without an update, news or not"));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Duration within = objective.settings().duration(Awaited.WITHIN);
        Draft draft = Draft.of(objective, Scale.limit(within));
        Story story = new Story(scenario, journal);
        Scale scale = story.told().scale();
        Waits waits = new Waits(scale, within);
        long longest = 0;
        for (List<Arrived> notices : Story.incidents(story.toPublic()).values()) {
            longest = Math.max(longest, gaps(notices, story.told().observedUntil(), waits));
        }
        draft.detail("open for", scale.took(Interval.at(longest)));
        if (waits.isEmpty()) {
            return Unexercised.nothingPublic(draft);
        }
        return longest >= 2 * scale.inDrill(within) || waits.late()
                ? waits.rule(draft, Reason.UPDATE_LATE, "updates came at once")
                : Unexercised.because(
                        draft,
                        "the incident was open for " + scale.took(Interval.at(longest))
                                + ", less than two times " + Scale.limit(within));
    }

    /** Adds the gaps of one incident, and gives for how long it was surely open. */
    private static long gaps(List<Arrived> notices, long end, Waits waits) {
        List<Arrived> updates = Story.updates(notices);
        Arrived first = updates.get(0);
        Optional<Arrived> resolved =
                updates.stream().filter(notice -> !Story.open(notice)).findFirst();
        long close = resolved.map(notice -> notice.arrived().hi()).orElse(end);
        List<Arrived> rest = updates.stream()
                .skip(1)
                .filter(notice -> notice.arrived().hi() <= close)
                .toList();
        Optional<Long> open = resolved.isPresent() ? Optional.empty() : Optional.of(end);
        for (Gaps.Gap gap : Gaps.of(first.arrived(), rest, open)) {
            add(waits, gap, first);
        }
        return Math.max(0, close - first.arrived().hi());
    }

    private static void add(Waits waits, Gaps.Gap gap, Arrived first) {
        Arrived before = gap.before().orElse(first);
        String after = " after " + before.named();
        List<Long> events = List.of(before.index());
        if (gap.open()) {
            waits.open("the public had heard nothing {}" + after, gap.length(), events);
        } else {
            waits.came("the public heard nothing for {}" + after, gap.length(), events);
        }
    }
}
