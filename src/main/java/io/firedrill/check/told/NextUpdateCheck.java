package io.firedrill.check.told;

import io.firedrill.check.Check;
import io.firedrill.check.Draft;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Fact;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;

import java.util.List;

/**
 * Judges (N06) whether every notice to the public that leaves the incident open says when the next
 * update comes. Exercised where there was one.
 */
public final class NextUpdateCheck implements Check {

    @Override
    public ObjectiveKind kind() {
        return Awaited.untilResolved(
                "n06-next-update",
                "every notice of an open incident says when the next update comes");
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Draft draft = Draft.of(objective, "each of them");
        List<Arrived> open = new Story(scenario, journal)
                .toPublic().stream().filter(Story::open).toList();
        open.forEach(notice -> draft.event(notice.index()));
        if (open.isEmpty()) {
            return Unexercised.nothingPublic(draft);
        }
        Complaints wrong = new Complaints();
        open.stream()
                .filter(notice -> notice.instant(Fact.NEXT_UPDATE).isEmpty())
                .forEach(notice -> wrong.add(
                        notice.index(),
                        notice.named() + " does not say when the next update comes"));
        return wrong.rule(
                draft,
                Reason.NO_NEXT_UPDATE,
                "each of " + open.size() + " notices of the open incident says when the next"
                        + " update comes");
    }
}
