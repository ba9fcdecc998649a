package io.firedrill.check;

import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Scenario;

import java.time.Duration;
import java.util.List;

/** No bound of the drill was reached. */
final class LimitsHeld implements ImplicitCheck {

    @Override
    public String id() {
        return "limits-held";
    }

    /** What was measured before the limit stays as it is. */
    @Override
    public boolean ground(Verdict verdict) {
        return false;
    }

    @Override
    public Verdict examine(Scenario scenario, Journal journal) {
        Draft draft = Draft.implicit(id(), "no limit reached");
        List<Entry> reached = SortedJournal.of(journal).rare().stream()
                .filter(entry -> entry.event() instanceof Event.LimitReached)
                .toList();
        if (reached.isEmpty()) {
            return draft.pass("no limit was reached");
        }
        reached.forEach(entry -> draft.event(entry.index()));
        Event.LimitReached first = (Event.LimitReached) reached.get(0).event();
        return draft.inconclusive(
                Reason.LIMIT_REACHED,
                first.what() + " reached its limit of "
                        + Figures.limit(Duration.ofNanos(first.limitNanos())));
    }
}
