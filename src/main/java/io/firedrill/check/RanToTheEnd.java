package io.firedrill.check;

import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.journal.Phase;
import io.firedrill.scenario.Scenario;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The system started, every step was carried out, and nobody and nothing broke the drill off. */
final class RanToTheEnd implements ImplicitCheck {

    @Override
    public String id() {
        return "ran-to-the-end";
    }

    /** A step left out or trouble while tidying up leaves what was measured as it is. */
    @Override
    public boolean ground(Verdict verdict) {
        boolean tidying = verdict.details().containsKey("while tidying up");
        return !tidying && verdict.reason().filter(Reason.STEP_SKIPPED::equals).isEmpty();
    }

    @Override
    public Verdict examine(Scenario scenario, Journal journal) {
        Draft draft = Draft.implicit(id(), "from start to end");
        return aborted(draft, journal)
                .or(() -> notStarted(draft, journal))
                .or(() -> trouble(draft, journal))
                .or(() -> skipped(draft, journal))
                .or(() -> cutOff(draft, journal))
                .orElseGet(() -> draft.pass("every step was carried out in "
                        + Figures.exact(
                                Moments.of(journal).end() - Moments.of(journal).begin())));
    }

    private static Optional<Verdict> aborted(Draft draft, Journal journal) {
        return first(journal, Event.Aborted.class)
                .map(entry -> draft.event(entry.index())
                        .inconclusive(
                                Reason.ABORTED,
                                "the drill was broken off: "
                                        + ((Event.Aborted) entry.event()).why()));
    }

    private static Optional<Verdict> notStarted(Draft draft, Journal journal) {
        if (Moments.of(journal).entered(Phase.BASELINE).isPresent()) {
            return Optional.empty();
        }
        String why = journal.first(Event.Trouble.class)
                .map(Event.Trouble::what)
                .orElse("nothing says why");
        return Optional.of(
                draft.inconclusive(Reason.SYSTEM_NOT_STARTED, "the system did not start: " + why));
    }

    private static Optional<Verdict> trouble(Draft draft, Journal journal) {
        OptionalLong close = Moments.of(journal).entered(Phase.CLOSE);
        List<Entry> all = SortedJournal.of(journal).rare().stream()
                .filter(entry -> entry.event() instanceof Event.Trouble)
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        all.forEach(entry -> draft.event(entry.index()));
        Event.Trouble first = (Event.Trouble) all.get(0).event();
        if (close.isPresent() && all.get(0).nanos() >= close.getAsLong()) {
            draft.detail("while tidying up", first.where());
        }
        draft.detail("stack", String.join("\n", first.stack()));
        return Optional.of(draft.inconclusive(
                Reason.HARNESS_TROUBLE,
                "the harness had trouble " + all.size() + " times, first in " + first.where() + ": "
                        + first.what()));
    }

    private static Optional<Verdict> skipped(Draft draft, Journal journal) {
        return first(journal, Event.StepSkipped.class).map(entry -> {
            Event.StepSkipped step = (Event.StepSkipped) entry.event();
            return draft.event(entry.index())
                    .inconclusive(
                            Reason.STEP_SKIPPED,
                            "step " + (step.step() + 1) + " was left out, '" + step.text() + "': "
                                    + step.why());
        });
    }

    private static Optional<Verdict> cutOff(Draft draft, Journal journal) {
        if (journal.first(Event.DrillEnded.class).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(draft.inconclusive(
                Reason.ABORTED,
                "the journal breaks off after " + journal.entries().size() + " entries"));
    }

    private static Optional<Entry> first(Journal journal, Class<? extends Event> type) {
        return SortedJournal.of(journal).rare().stream()
                .filter(entry -> type.isInstance(entry.event()))
                .findFirst();
    }
}
