package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Interval;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Fact;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Channel;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges (N16) whether people are told all the same where every digital channel of the plan's
 * audiences that is sent to was under a fault at once: the desk sheet ({@code speaks: file}) states
 * the incident, its state, and what it means for customers, or a call of the phone tree does that
 * is answered; within a time of the last channel's failing, or of the impact, where that came
 * later. A page that is looked at is none of these channels. Exercised where all of them were under
 * a fault at once.
 */
public final class NonDigitalCheck implements Check {
    @Override
    public ObjectiveKind kind() {
        return Awaited.untilResolved(
                "n16-non-digital",
                "with all digital channels cut desk sheet or phone tree state the current facts",
                Awaited.within(
                        Duration.ofMinutes(10), "longest time from the last channel's failing"));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Duration within = objective.settings().duration(Awaited.WITHIN);
        Draft draft = Draft.of(objective, Scale.limit(within));
        Story story = new Story(scenario, journal);
        Optional<Interval> cut = allCut(story.told());
        if (cut.isEmpty()) {
            return Unexercised.because(
                    draft, "the digital channels were not all under a fault at once");
        }
        Set<String> sheets = speaking(story.told(), true);
        if (sheets.isEmpty()) {
            return draft.fail(
                    Reason.NO_DESK_SHEET, "all digital channels were cut, and there is no other");
        }
        Interval origin = Restored.of(story.told())
                .impact()
                .map(impact -> later(impact, cut.get()))
                .orElse(cut.get());
        return rule(draft, story, new Sheets(sheets, origin), within);
    }

    private record Sheets(Set<String> channels, Interval origin) {}

    private static Verdict rule(Draft draft, Story story, Sheets sheets, Duration within) {
        List<Arrived> written = story.all().stream()
                .filter(notice -> sheets.channels().contains(notice.event().channel()))
                .toList();
        NonDigital means = new NonDigital(story.told());
        means.callList(written).ifPresent(calls -> draft.detail("phone tree", calls));
        Optional<Arrived> whole = written.stream()
                .filter(notice -> whole(notice) && means.told(notice).isPresent())
                .min(Comparator.comparingLong(notice -> when(means, notice).hi()));
        Waits waits = new Waits(story.told().scale(), within);
        long first = story.told().faults().all().get(0).events().get(0);
        whole.ifPresent(notice -> waits.came(
                (means.isCall(notice) ? "a call on " : "the sheet on ")
                        + notice.event().channel()
                        + " stated the facts {} after all digital channels were cut",
                when(means, notice).since(sheets.origin()),
                List.of(notice.index())));
        if (whole.isPresent()) {
            return waits.rule(draft, Reason.NO_DESK_SHEET, "the sheet stated the facts at once");
        }
        List<String> silent = story.told().unproven(sheets.channels());
        if (written.isEmpty() && silent.size() == sheets.channels().size()) {
            return Silent.inconclusive(draft, silent);
        }
        waits.open(
                missing(means, written) + " {} after all digital channels were cut",
                Interval.at(story.told().observedUntil()).since(sheets.origin()),
                List.of(first));
        return waits.rule(draft, Reason.NO_DESK_SHEET, "");
    }

    private static String missing(NonDigital means, List<Arrived> written) {
        if (written.isEmpty()) {
            return "no sheet had come";
        }
        return written.stream().anyMatch(means::isCall)
                ? "no sheet and no call that was answered had stated the facts"
                : "no sheet had stated the facts";
    }

    private static Interval when(NonDigital means, Arrived notice) {
        return means.told(notice).orElse(notice.arrived());
    }

    private static boolean whole(Arrived notice) {
        return !notice.incident().isEmpty()
                && !notice.state().isEmpty()
                && (notice.fact(Fact.IMPACT).isPresent()
                        || notice.fact(Fact.AFFECTED).isPresent());
    }

    private static Set<String> speaking(Telling told, boolean nonDigital) {
        return told.scenario().system().channels().values().stream()
                .filter(channel -> channel.at().isPresent())
                .filter(channel -> NonDigital.is(channel) == nonDigital)
                .map(Channel::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Gives when the last of the plan's digital channels failed while all others were cut. */
    private static Optional<Interval> allCut(Telling told) {
        Set<String> digital = new TreeSet<>(speaking(told, false));
        digital.retainAll(used(told));
        Hindered hindered = new Hindered(told);
        return digital.stream()
                .flatMap(channel -> hindered.times(channel).stream())
                .map(time -> Interval.at(time.lo()))
                .filter(begin -> digital.stream().allMatch(it -> hindered.at(it, begin)))
                .min(Comparator.comparingLong(Interval::lo));
    }

    private static Set<String> used(Telling told) {
        return told.plan().audiences().values().stream()
                .flatMap(audience ->
                        Stream.concat(audience.channels().stream(), audience.fallback().stream()))
                .collect(Collectors.toSet());
    }

    private static Interval later(Interval one, Interval other) {
        return new Interval(Math.max(one.lo(), other.lo()), Math.max(one.hi(), other.hi()));
    }
}
