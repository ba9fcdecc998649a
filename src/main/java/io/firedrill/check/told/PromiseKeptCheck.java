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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Judges (N07) whether the next update came when it was promised, or within the grace; on whichever
 * channel it came first. Exercised where a promised time passed, or the next update came before it.
 */
public final class PromiseKeptCheck implements Check {
    private static final String GRACE = "grace";

    @Override
    public ObjectiveKind kind() {
        return Awaited.untilResolved(
                "n07-promise-kept",
                "the next update comes when it was promised",
                Setting.optional(
                        GRACE,
                        Setting.Type.DURATION,
                        Duration.ofMinutes(2),
                        "how much later than promised it may come"));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Duration grace = objective.settings().duration(GRACE);
        Draft draft = Draft.of(objective, Scale.limit(grace) + " after the promised time");
        Story story = new Story(scenario, journal);
        Waits waits = new Waits(story.told().scale(), grace);
        for (List<Arrived> notices : Story.incidents(story.toPublic()).values()) {
            promises(Story.updates(notices), story.told(), waits);
        }
        return waits.isEmpty()
                ? Unexercised.because(draft, "no promised time of a next update came")
                : waits.rule(
                        draft,
                        Reason.UPDATE_PROMISE_BROKEN,
                        "every update came when it was promised, or sooner");
    }

    private static void promises(List<Arrived> updates, Telling told, Waits waits) {
        for (int at = 0; at < updates.size(); at++) {
            Arrived notice = updates.get(at);
            Optional<Instant> promised =
                    notice.instant(Fact.NEXT_UPDATE).filter(any -> Story.open(notice));
            if (promised.isPresent()) {
                Optional<Arrived> next = at + 1 < updates.size()
                        ? Optional.of(updates.get(at + 1))
                        : Optional.empty();
                promise(new Promise(notice, told.wallTime().at(promised.get())), next, told)
                        .accept(waits);
            }
        }
    }

    private record Promise(Arrived notice, Interval when) {}

    private static Consumer<Waits> promise(Promise promise, Optional<Arrived> next, Telling told) {
        String of = " after the time that " + promise.notice().named() + " promised";
        if (next.isPresent()) {
            Interval late = next.get().arrived().since(promise.when());
            List<Long> events = List.of(promise.notice().index(), next.get().index());
            return waits -> waits.came("the next update came {}" + of, late, events);
        }
        Interval late = Interval.at(told.observedUntil()).since(promise.when());
        List<Long> events = List.of(promise.notice().index());
        return late.hi() == 0
                ? nothing -> {}
                : waits -> waits.open("the next update had not come {}" + of, late, events);
    }
}
