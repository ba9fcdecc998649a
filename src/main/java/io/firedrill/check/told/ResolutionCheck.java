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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges (N20) whether every channel on which the public was told of the incident says in time
 * after the recovery that it is resolved, and what became of data: lost or none. A page that shows
 * {@code operational} again has said so as well. Exercised where customers were hit, were served
 * again, and the public had been told.
 */
public final class ResolutionCheck implements Check {
    private static final Set<String> DECIDED = Set.of("none-lost", "lost");

    @Override
    public ObjectiveKind kind() {
        return Awaited.untilResolved(
                "n20-resolution",
                "every channel used says in time that it is resolved, and what became of data",
                Awaited.within(Duration.ofMinutes(10), "longest time from the recovery"));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Duration within = objective.settings().duration(Awaited.WITHIN);
        Draft draft = Draft.of(objective, Scale.limit(within));
        Story story = new Story(scenario, journal);
        List<Arrived> notices = story.toPublic();
        Optional<Interval> end = Restored.of(story.told()).recovered();
        if (end.isEmpty() || notices.isEmpty()) {
            return Unexercised.because(
                    draft,
                    notices.isEmpty()
                            ? "the public was told nothing, so nothing had to be taken back"
                            : "customers were not hit, or not seen to be served again");
        }
        Waits waits = new Waits(story.told().scale(), within);
        Complaints silent = new Complaints();
        for (String channel : Story.channels(notices)) {
            Optional<Arrived> said = resolved(story, notices, channel);
            said.filter(it -> !Story.open(it))
                    .filter(it -> !DECIDED.contains(it.fact(Fact.DATA).orElse("")))
                    .ifPresent(it -> silent.add(
                            it.index(), it.named() + " does not say whether data was lost"));
            measure(channel, said, new Recovered(story, end.get()), waits);
        }
        if (!waits.late() && !silent.isEmpty()) {
            return silent.rule(draft, Reason.RESOLUTION_LATE, "");
        }
        return waits.rule(
                draft,
                Reason.RESOLUTION_LATE,
                "every channel said that it is resolved when it was");
    }

    private static Optional<Arrived> resolved(Story story, List<Arrived> notices, String channel) {
        Stream<Arrived> well = PageChanges.of(story.told()).stream()
                .filter(change -> change.state().equals("operational"))
                .filter(change -> notices.stream()
                        .anyMatch(before -> before.event().channel().equals(channel)
                                && before.index() < change.index()));
        return Stream.concat(notices.stream().filter(notice -> !Story.open(notice)), well)
                .filter(notice -> notice.event().channel().equals(channel))
                .min(Comparator.comparingLong(notice -> notice.arrived().hi()));
    }

    private record Recovered(Story story, Interval end) {}

    private static void measure(
            String channel, Optional<Arrived> said, Recovered recovered, Waits waits) {
        if (said.isPresent()) {
            waits.came(
                    channel + " said that it is resolved {} after all customers were served again",
                    said.get().arrived().since(recovered.end()),
                    List.of(said.get().index()));
        } else {
            List<Long> last = recovered.story().toPublic().stream()
                    .filter(notice -> notice.event().channel().equals(channel))
                    .map(Arrived::index)
                    .reduce((earlier, later) -> later)
                    .stream()
                    .toList();
            waits.open(
                    channel + " had not said that it is resolved {} after all customers were"
                            + " served again",
                    Interval.at(recovered.story().told().observedUntil()).since(recovered.end()),
                    last);
        }
    }
}
