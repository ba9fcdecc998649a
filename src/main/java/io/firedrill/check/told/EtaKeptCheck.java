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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges (N09) whether service was back when a notice said so, or a later notice took that back
 * before the time had passed. Back means that customers of every journey were served again for
 * good. Exercised where customers were hit and a notice named a time that came.
 */
public final class EtaKeptCheck implements Check {

    @Override
    public ObjectiveKind kind() {
        return Awaited.untilResolved(
                "n09-eta-kept",
                "service is back when notices said so, or they were revised before");
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Draft draft = Draft.of(objective, "0 broken");
        Story story = new Story(scenario, journal);
        Restored restored = Restored.of(story.told());
        if (restored.impact().isEmpty()) {
            return Unexercised.because(draft, "no customer was hit, so nothing had to come back");
        }
        Waits waits = new Waits(story.told().scale(), Duration.ZERO);
        for (List<Arrived> notices : Story.incidents(story.toPublic()).values()) {
            times(Story.updates(notices), story.told(), restored, waits);
        }
        return waits.isEmpty()
                ? Unexercised.because(draft, "no notice named a time at which service is back")
                : waits.rule(
                        draft,
                        Reason.ETA_BROKEN,
                        "service was back when notices said so, or they were revised before");
    }

    private static void times(List<Arrived> updates, Telling told, Restored restored, Waits waits) {
        for (int at = 0; at < updates.size(); at++) {
            Arrived notice = updates.get(at);
            Optional<Instant> eta = notice.instant(Fact.ETA).filter(any -> Story.open(notice));
            if (eta.isEmpty()) {
                continue;
            }
            Interval due = told.wallTime().at(eta.get());
            Optional<Interval> revised = updates.subList(at + 1, updates.size()).stream()
                    .filter(later -> revises(notice, later))
                    .map(Arrived::arrived)
                    .findFirst();
            Optional<Interval> end = Stream.concat(restored.recovered().stream(), revised.stream())
                    .reduce(EtaKeptCheck::sooner);
            String said = "{} after the time that " + notice.named() + " had named service was"
                    + " not back, and nobody had revised it";
            List<Long> events = List.of(notice.index());
            if (end.isPresent()) {
                waits.came(said, end.get().since(due), events);
            } else if (told.observedUntil() > due.lo()) {
                Interval late = Interval.at(told.observedUntil()).since(due);
                waits.open(said, late, events);
            }
        }
    }

    private static boolean revises(Arrived notice, Arrived later) {
        return later.fact(Fact.ETA).isPresent()
                && !later.fact(Fact.ETA).equals(notice.fact(Fact.ETA));
    }

    private static Interval sooner(Interval one, Interval other) {
        return new Interval(Math.min(one.lo(), other.lo()), Math.min(one.hi(), other.hi()));
    }
}
