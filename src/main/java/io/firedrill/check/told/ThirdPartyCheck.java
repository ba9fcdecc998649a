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
import io.firedrill.scenario.Setting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges (N33) notices of planned work and of a supplier's outage. Planned work goes from scheduled
 * to in-progress to completed, none of them left out. Where {@code supplier} says whose outage the
 * drill makes, each message to the public from the moment that the cause is identified says so too;
 * and no notice that names a supplier blames him. Exercised where a notice was about planned work,
 * or named a supplier, or should have.
 */
public final class ThirdPartyCheck implements Check {
    private static final String SUPPLIER = "supplier";
    private static final List<String> PLANNED = List.of("scheduled", "in-progress", "completed");

    @Override
    public ObjectiveKind kind() {
        return Kinds.of(
                "n33-third-party",
                "planned work is announced, begun and completed; a supplier is named without blame",
                Setting.optional(
                        SUPPLIER,
                        Setting.Type.TEXT,
                        "whose outage the drill makes, as notices must say it"));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Optional<String> supplier = objective.settings().find(SUPPLIER, String.class);
        Telling told = new Telling(scenario, journal);
        Draft draft = Draft.of(objective, "0 untold");
        Complaints wrong = new Complaints();
        List<Arrived> planned = told.notices().stream()
                .filter(notice -> PLANNED.contains(notice.state()))
                .toList();
        plan(planned, wrong);
        List<Arrived> others = told.publicNotices().stream()
                .filter(notice -> names(notice, supplier))
                .toList();
        supplier.ifPresent(name -> others.forEach(notice -> name(notice, name, wrong)));
        others.forEach(notice -> blame(notice, wrong));
        draft.detail("notices of planned work", String.valueOf(planned.size()))
                .detail("notices of a supplier's outage", String.valueOf(others.size()));
        return planned.isEmpty() && others.isEmpty()
                ? Unexercised.because(
                        draft, "no notice was about planned work or a supplier's outage")
                : wrong.rule(
                        draft,
                        Reason.SUPPLIER_UNTOLD,
                        planned.size() + " notices of planned work came in order, and "
                                + others.size() + " of a supplier's outage said whose it is"
                                + " without blame");
    }

    /** Where the scenario says whose outage it is, every notice after the first has to say so. */
    private static boolean names(Arrived notice, Optional<String> supplier) {
        boolean late = !PLANNED.contains(notice.state()) && !notice.state().equals("investigating");
        return notice.fact(Fact.SUPPLIER).isPresent() || supplier.isPresent() && late;
    }

    private static void name(Arrived notice, String supplier, Complaints wrong) {
        if (notice.fact(Fact.SUPPLIER).filter(supplier::equalsIgnoreCase).isEmpty()) {
            wrong.add(
                    notice.index(),
                    notice.named()
                            + notice.fact(Fact.SUPPLIER)
                                    .map(said -> " says that it is the outage of '" + said
                                            + "', not of ")
                                    .orElse(" does not say that it is the outage of ")
                            + "'" + supplier
                            + "'");
        }
    }

    private static void blame(Arrived notice, Complaints wrong) {
        WordList.named("blame")
                .in(notice.event().text())
                .forEach(it -> wrong.add(notice.index(), notice.named() + " says " + it.text()));
    }

    private static void plan(List<Arrived> planned, Complaints wrong) {
        Map<List<String>, Integer> last = new HashMap<>();
        Map<String, Arrived> newest = new HashMap<>();
        for (Arrived notice : planned) {
            int now = PLANNED.indexOf(notice.state());
            List<String> box = List.of(
                    notice.event().channel(), notice.event().recipient(), notice.incident());
            int before = last.getOrDefault(box, -1);
            if (now > before + 1) {
                wrong.add(
                        notice.index(),
                        notice.named() + " said '" + notice.state() + "' before '"
                                + PLANNED.get(before + 1) + "'");
            }
            last.put(box, Math.max(before, now));
            newest.put(notice.incident(), notice);
        }
        newest.forEach((incident, notice) -> {
            if (notice.state().equals("in-progress")) {
                wrong.add(notice.index(), "nobody was told that " + incident + " is completed");
            }
        });
    }
}
