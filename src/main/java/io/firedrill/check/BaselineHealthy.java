package io.firedrill.check;

import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Scenario;

import java.util.Optional;

/** Customers were served before anything was broken (SURVIVAL R11). */
final class BaselineHealthy implements ImplicitCheck {

    @Override
    public String id() {
        return "baseline";
    }

    @Override
    public boolean ground(Verdict verdict) {
        return true;
    }

    @Override
    public Verdict examine(Scenario scenario, Journal journal) {
        Scenario.Baseline asked = scenario.baseline();
        Draft draft = Draft.implicit(
                id(), "at most " + asked.atMost() + " misses in " + Figures.limit(asked.lasting()));
        Optional<Entry> judged = SortedJournal.of(journal).rare().stream()
                .filter(entry -> entry.event() instanceof Event.BaselineJudged)
                .reduce((earlier, later) -> later);
        if (judged.isEmpty()) {
            return draft.inconclusive(
                    Reason.BASELINE_NOT_HEALTHY,
                    "it was never judged whether the system was healthy before the faults");
        }
        draft.event(judged.get().index());
        Event.BaselineJudged baseline = (Event.BaselineJudged) judged.get().event();
        return baseline.healthy()
                ? draft.pass("the system was healthy before the faults: " + baseline.why())
                : draft.inconclusive(
                        Reason.BASELINE_NOT_HEALTHY,
                        "the system was not healthy before the faults: " + baseline.why());
    }
}
