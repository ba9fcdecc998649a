package io.firedrill.check;

import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.journal.Ledger;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges a run in which nothing was injected. No verdict of it is a PASS: what is well is
 * INCONCLUSIVE for DRY_RUN, and what would have spoiled the drill before its first fault is
 * INCONCLUSIVE for its own reason.
 */
final class DryRun {
    /** Name of the implicit check that says that it was one. */
    static final String ID = "dry-run";

    private static final String WALKED_PAST = "dry run";
    private static final List<ImplicitCheck> BEFORE_FAULTS =
            List.of(new RanToTheEnd(), new BaselineHealthy(), new LinksUsed(), new LimitsHeld());
    private static final Map<String, String> INSTEAD =
            Map.of("ran-to-the-end", "ran-to-the-end: every step was walked past");

    private DryRun() {}

    /** Says whether a journal is that of a dry run. */
    static boolean was(Journal journal) {
        return journal.first(Event.DryRun.class).isPresent();
    }

    /** Judges it. */
    static DrillResult judge(Scenario scenario, Journal written) {
        List<Entry> entries =
                written.entries().stream().filter(entry -> !walkedPast(entry)).toList();
        Journal journal = SortedJournal.of(() -> entries);
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(Draft.implicit(ID, "nothing is injected")
                .inconclusive(Reason.DRY_RUN, "nothing was injected, so nothing is proved"));
        BEFORE_FAULTS.forEach(check -> verdicts.add(noPass(check.examine(scenario, journal))));
        verdicts.add(witnesses(journal));
        scenario.objectives().forEach(objective -> verdicts.add(of(objective, journal)));
        return new DrillResult(scenario, List.copyOf(verdicts));
    }

    private static Verdict noPass(Verdict verdict) {
        if (verdict.status() != Verdict.Status.PASS) {
            return verdict;
        }
        return new Verdict(
                verdict.id(),
                verdict.implicit(),
                Verdict.Status.INCONCLUSIVE,
                INSTEAD.getOrDefault(verdict.id(), verdict.headline()),
                verdict.target(),
                verdict.measured(),
                Optional.of(Reason.DRY_RUN),
                verdict.events(),
                verdict.details());
    }

    private static boolean walkedPast(Entry entry) {
        return entry.event() instanceof Event.StepSkipped step && step.why().equals(WALKED_PAST);
    }

    private static Verdict witnesses(Journal journal) {
        Draft draft = Draft.implicit("witnesses", "each sees that its fault is not in effect");
        List<Event.EffectSeen> seen = journal.all(Event.EffectSeen.class).toList();
        for (Event.EffectSeen look : seen) {
            String told = look.witness() + " of fault '" + look.called() + "': " + look.detail();
            if (look.inEffect() == Event.Ternary.YES) {
                return draft.inconclusive(
                        Reason.FAULT_IN_EFFECT_BEFORE, "in effect though not injected; " + told);
            }
            if (look.inEffect() == Event.Ternary.UNKNOWN) {
                return draft.inconclusive(Reason.NOT_MEASURED, "could not tell; " + told);
            }
        }
        return draft.inconclusive(
                Reason.DRY_RUN, seen.size() + " faults were aimed, none was in effect");
    }

    private static Verdict of(Objective objective, Journal journal) {
        Draft draft = Draft.of(objective, "");
        return Stream.of(
                        invariant(objective, draft, journal),
                        answer(objective, draft, journal),
                        writes(objective, draft, journal))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> draft.inconclusive(Reason.DRY_RUN, "not put to the test"));
    }

    private static Optional<Verdict> invariant(Objective objective, Draft draft, Journal journal) {
        List<Event.InvariantRead> reads = journal.all(Event.InvariantRead.class)
                .filter(read -> read.objective().equals(objective.id()))
                .toList();
        return reads.stream()
                .filter(read -> !read.read() || !read.holds())
                .findFirst()
                .map(read -> draft.inconclusive(
                        Reason.NOT_MEASURED,
                        "does not hold though nothing was injected: expected " + read.expected()
                                + ", was " + read.actual()))
                .or(() -> asked(draft, reads.size(), ", and it held"));
    }

    private static Optional<Verdict> answer(Objective objective, Draft draft, Journal journal) {
        List<Event.AnswerRead> reads = journal.all(Event.AnswerRead.class)
                .filter(read -> read.objective().equals(objective.id()))
                .toList();
        return reads.stream()
                .filter(read -> !read.answered())
                .findFirst()
                .map(read -> draft.inconclusive(
                        Reason.NOT_MEASURED,
                        "was not answered though nothing was injected: " + read.detail()))
                .or(() -> asked(draft, reads.size(), told(reads)));
    }

    private static String told(List<Event.AnswerRead> reads) {
        if (reads.isEmpty()) {
            return "";
        }
        Event.AnswerRead last = reads.get(reads.size() - 1);
        return ", the last answer " + last.code() + (last.asExpected() ? " as " : " not as ")
                + "expected during the faults"
                + (last.value() == null ? "" : ", value " + last.value());
    }

    private static Optional<Verdict> asked(Draft draft, int times, String how) {
        return times == 0
                ? Optional.empty()
                : Optional.of(draft.inconclusive(
                        Reason.DRY_RUN, "not put to the test; asked " + times + " times" + how));
    }

    private static Optional<Verdict> writes(Objective objective, Draft draft, Journal journal) {
        Set<String> told = Ledger.of(journal).writes().stream()
                .filter(write -> write.fate() == Ledger.Fate.TOLD)
                .map(Ledger.Write::id)
                .collect(Collectors.toSet());
        List<Event.WriteReconciled> all = journal.all(Event.WriteReconciled.class)
                .filter(write -> told.contains(write.write()))
                .filter(write -> objective
                        .settings()
                        .find("of", Object.class)
                        .filter(write.journey()::equals)
                        .isPresent())
                .toList();
        if (!objective.kind().equals("data-loss") || all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(all.stream()
                .filter(write -> write.count() != 1)
                .findFirst()
                .map(write -> draft.inconclusive(
                        Reason.NOT_MEASURED,
                        "a write that was acknowledged is there " + write.count()
                                + " times though nothing was injected; look at 'reconcile': "
                                + write.detail()))
                .orElseGet(() -> draft.inconclusive(
                        Reason.DRY_RUN,
                        "not put to the test; " + all.size()
                                + " writes were asked for and found")));
    }
}
