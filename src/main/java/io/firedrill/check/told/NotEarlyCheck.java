package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Interval;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Judges (N19) whether nobody is told that it is resolved before it is: before all customers were
 * served again and that held, or while a backlog that the drill asks after was not drained. What
 * counts is when a notice was sent, where it says so, else when it arrived. Exercised where
 * customers were hit and somebody was told that it is resolved.
 */
public final class NotEarlyCheck implements Check {
    private static final String HELD = "held";

    @Override
    public ObjectiveKind kind() {
        return Awaited.untilResolved(
                "n19-not-early",
                "nobody is told that it is resolved before all are served and nothing is left",
                Setting.optional(
                        HELD,
                        Setting.Type.DURATION,
                        Duration.ofMinutes(1),
                        "how long a recovery must hold"));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Draft draft = Draft.of(objective, "0 early");
        Story story = new Story(scenario, journal);
        Scale scale = story.told().scale();
        long held = scale.inDrill(objective.settings().duration(HELD));
        Restored restored = Restored.of(story.told(), Duration.ofNanos(held));
        List<Arrived> resolved =
                story.all().stream().filter(notice -> !Story.open(notice)).toList();
        if (restored.impact().isEmpty() || resolved.isEmpty()) {
            return Unexercised.because(
                    draft,
                    resolved.isEmpty()
                            ? "nobody was told that it is resolved"
                            : "no customer was hit, so nothing had to be resolved");
        }
        Complaints early = new Complaints();
        Complaints unsure = new Complaints();
        Backlog backlog = new Backlog(story.told());
        for (Arrived notice : resolved) {
            draft.event(notice.index());
            Optional<String> why = early(notice, restored, backlog, scale);
            why.ifPresent(
                    it -> early.add(notice.index(), notice.named() + " said 'resolved' " + it));
            if (why.isEmpty() && notice.sent().lo() < end(restored).hi()) {
                unsure.add(notice.index(), notice.named());
            }
        }
        if (!early.isEmpty() || unsure.isEmpty()) {
            return early.rule(
                    draft,
                    Reason.RESOLVED_EARLY,
                    "each of " + resolved.size() + " notices said 'resolved' after all customers"
                            + " were served again for good");
        }
        unsure.tell(draft, "not known");
        return draft.inconclusive(
                Reason.STRADDLES_LIMIT,
                unsure.headline() + " said 'resolved' so close to the recovery that it may have"
                        + " been before");
    }

    private static Interval end(Restored restored) {
        return restored.recovered().orElse(Interval.at(Long.MAX_VALUE));
    }

    private static Optional<String> early(
            Arrived notice, Restored restored, Backlog backlog, Scale scale) {
        if (restored.recovered().isEmpty()) {
            return restored.outages().stream().allMatch(it -> it.recovered().isPresent())
                    ? Optional.empty() // our own machine alone may have kept them from it
                    : Optional.of("though customers were not seen to be served again for good");
        }
        Interval end = end(restored);
        if (notice.sent().hi() < end.lo()) {
            return Optional.of(scale.took(end.since(notice.sent()))
                    + " before all customers were served again for good");
        }
        return backlog.after(notice.sent().hi())
                .map(left -> "while " + left + " were left of the backlog");
    }

    /** What the drill's objectives of kind {@code backlog} read. */
    private record Backlog(Telling told) {

        /** Gives a number read after an instant that is higher than may be left. */
        Optional<String> after(long nanos) {
            return told.scenario().objectives().stream()
                    .filter(objective -> objective.kind().equals("backlog"))
                    .flatMap(objective -> left(objective, nanos).stream())
                    .findFirst();
        }

        private Optional<String> left(Objective objective, long nanos) {
            int atMost = objective.settings().get("at-most", Integer.class);
            return told.journal()
                    .all(Event.AnswerRead.class)
                    .filter(answer -> answer.objective().equals(objective.id()))
                    .filter(answer -> answer.asExpected() && answer.begin() >= nanos)
                    .flatMap(answer -> Optional.ofNullable(answer.value()).stream())
                    .filter(value -> value.matches("[0-9]{1,9}([.][0-9]+)?"))
                    .filter(value -> Double.parseDouble(value) > atMost)
                    .findFirst();
        }
    }
}
