package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Interval;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.check.told.Arrived.Slot;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.CommunicationPlan.Audience;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges (N15) whether an update came on one of an audience's fallback channels in time where one
 * that the audience must get was under a fault and did not bring it. The time counts from the
 * update's first arrival anywhere. Exercised where a fault hindered a channel that has a fallback,
 * while an update was due on it.
 */
public final class FallbackCheck implements Check {

    /** What only these were told is owed to nobody else. */
    private static final Set<String> FORMAL = Set.of("executives", "regulator", "media");

    @Override
    public ObjectiveKind kind() {
        return Awaited.untilResolved(
                "n15-fallback",
                "where a channel fails the same update comes on the next one within a time",
                Awaited.within(
                        Duration.ofMinutes(2), "longest time from the update's first arrival"));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Duration within = objective.settings().duration(Awaited.WITHIN);
        Draft draft = Draft.of(objective, Scale.limit(within));
        Story story = new Story(scenario, journal);
        Waits waits = new Waits(story.told().scale(), within);
        Set<String> silent = new TreeSet<>();
        for (Audience audience : story.told().plan().audiences().values()) {
            if (!audience.fallback().isEmpty()) {
                Need need = new Need(story, audience, story.told().scale().inDrill(within));
                need.measure(waits);
                silent.addAll(need.silent());
            }
        }
        if (waits.isEmpty()) {
            return Unexercised.because(
                    draft,
                    "no channel that has a fallback was under a fault while an update was due on"
                            + " it");
        }
        return waits.late() && !silent.isEmpty()
                ? Silent.inconclusive(draft, List.copyOf(silent))
                : waits.rule(
                        draft, Reason.NO_FALLBACK, "every update came on the fallback at once");
    }

    /** Where an audience's channels failed it. */
    private record Need(Story story, Audience audience, long within) {

        void measure(Waits waits) {
            Map<Slot, Map<String, Arrived>> mine = Story.byChannel(story.to(audience.name()));
            List<Arrived> owed = story.all().stream()
                    .filter(notice -> story.told()
                            .audience(notice)
                            .map(Audience::name)
                            .filter(FORMAL::contains)
                            .isEmpty())
                    .toList();
            Story.byChannel(owed).forEach((slot, anywhere) -> {
                Arrived first = anywhere.values().iterator().next();
                Map<String, Arrived> copies = mine.getOrDefault(slot, Map.of());
                for (String channel : audience.channels()) {
                    if (failed(channel, copies, first)) {
                        measure(new Failure(slot, channel, first), copies, waits);
                    }
                }
            });
        }

        private record Failure(Slot slot, String channel, Arrived first) {}

        private boolean failed(String channel, Map<String, Arrived> copies, Arrived first) {
            Arrived copy = copies.get(channel);
            boolean came =
                    copy != null && copy.arrived().lo() <= first.arrived().hi() + within;
            return !came && new Hindered(story.told()).at(channel, first.arrived());
        }

        private void measure(Failure failure, Map<String, Arrived> copies, Waits waits) {
            String what = "update " + failure.slot().update();
            Interval begin = failure.first().arrived();
            Optional<Arrived> instead = audience.fallback().stream()
                    .flatMap(channel -> Optional.ofNullable(copies.get(channel)).stream())
                    .min(Comparator.comparingLong(copy -> copy.arrived().hi()));
            if (instead.isPresent()) {
                boolean same = instead.get().index() == failure.first().index();
                waits.came(
                        what + " came on " + instead.get().event().channel() + " instead of "
                                + failure.channel() + " {} after it was first told",
                        same ? Interval.at(0) : instead.get().arrived().since(begin),
                        List.of(failure.first().index(), instead.get().index()));
            } else {
                waits.open(
                        what + " had not come on " + String.join(", ", audience.fallback())
                                + " instead of " + failure.channel()
                                + " {} after it was first told",
                        Interval.at(story.told().observedUntil()).since(begin),
                        List.of(failure.first().index()));
            }
        }

        List<String> silent() {
            return story.told().unproven(Set.copyOf(audience.fallback()));
        }
    }
}
