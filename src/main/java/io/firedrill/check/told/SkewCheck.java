package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.check.told.Arrived.Slot;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.CommunicationPlan.Audience;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Judges (N12) how much later than on the first channel an update comes on the last one, for the
 * channels that an audience must get. A channel that was under a fault when the update came is left
 * to the fallback, and a page that could not be read meanwhile is not compared. Exercised where one
 * update came on two channels of one audience.
 */
public final class SkewCheck implements Check {

    @Override
    public ObjectiveKind kind() {
        return Awaited.untilResolved(
                "n12-skew",
                "an update comes on every channel of an audience within a time",
                Awaited.within(
                        Duration.ofMinutes(2), "longest time from the first channel to the last"));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Duration within = objective.settings().duration(Awaited.WITHIN);
        Draft draft = Draft.of(objective, Scale.limit(within));
        Story story = new Story(scenario, journal);
        Waits waits = new Waits(story.told().scale(), within);
        for (Audience audience : story.told().plan().audiences().values()) {
            List<Arrived> notices = story.to(audience.name()).stream()
                    .filter(notice ->
                            audience.channels().contains(notice.event().channel()))
                    .toList();
            Story.byChannel(notices)
                    .forEach((slot, copies) -> skew(slot, copies, story.told(), waits));
        }
        return waits.isEmpty()
                ? Unexercised.because(draft, "no update came on two channels of one audience")
                : waits.rule(
                        draft, Reason.CHANNELS_APART, "every update came on all channels at once");
    }

    /** A page that could not be read for a while is asked after by N17 and N18. */
    private static boolean unreadable(Telling told, Arrived copy) {
        return told.journal()
                .all(Event.PageRead.class)
                .filter(page -> page.channel().equals(copy.event().channel()))
                .filter(page -> copy.arrived().contains(page.begin()))
                .anyMatch(page -> !new Telling.Shown(copy.index(), page).readable());
    }

    private static void skew(Slot slot, Map<String, Arrived> copies, Telling told, Waits waits) {
        Hindered hindered = new Hindered(told);
        Arrived first = copies.values().iterator().next();
        copies.values().stream()
                .filter(copy -> copy.index() != first.index())
                .filter(copy -> !hindered.at(copy.event().channel(), first.arrived()))
                .filter(copy -> !unreadable(told, copy))
                .max(Comparator.comparingLong(copy -> copy.arrived().hi()))
                .ifPresent(last -> waits.came(
                        "update " + slot.update() + " came on " + last.event().channel()
                                + " {} after " + first.event().channel(),
                        last.arrived().since(first.arrived()),
                        List.of(first.index(), last.index())));
    }
}
