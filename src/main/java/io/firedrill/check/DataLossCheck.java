package io.firedrill.check;

import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/**
 * Judges whether every write is still there that a customer was told is safe, and none is there
 * twice. A write that nobody was told of is never lost; it may be recovered.
 *
 * <p>Loss that is proven is a FAIL also where other writes could not be asked for.
 */
public final class DataLossCheck implements Check {
    private static final int SHOWN = 3;
    private static final int LISTED = 200;

    @Override
    public ObjectiveKind kind() {
        return new ObjectiveKind(
                "data-loss",
                List.of(
                        Setting.required("of", Setting.Type.JOURNEY, "whose acknowledged writes"),
                        Setting.optional("at-most", Setting.Type.COUNT, 0, "how many may be lost"),
                        Setting.optional(
                                "duplicates-at-most",
                                Setting.Type.COUNT,
                                0,
                                "how many may be there twice")),
                settings -> List.of(),
                true,
                "no write is lost that customers were told is safe, and none is there twice");
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        int atMost = objective.settings().get("at-most", Integer.class);
        int twice = objective.settings().get("duplicates-at-most", Integer.class);
        String journey = objective.settings().text("of");
        Draft draft = Draft.of(objective, "at most " + atMost + " lost, " + twice + " duplicated");
        OptionalLong fault = Faults.of(journal).firstBegin();
        if (fault.isEmpty()) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED, "no fault was applied, so nothing could be lost to it");
        }
        Ledger ledger = Ledger.of(journal, journey);
        if (ledger.toldBefore(fault.getAsLong()) == 0) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED,
                    "no write of " + journey + " was acknowledged before the fault");
        }
        tell(draft, ledger, fault.getAsLong());
        return rule(draft, ledger, new Limits(atMost, twice));
    }

    private record Limits(int lost, int duplicated) {}

    private static Verdict rule(Draft draft, Ledger ledger, Limits limits) {
        int lost = ledger.lost().size();
        int twice = ledger.duplicated().size();
        String of = " of " + ledger.told() + " acknowledged writes";
        if (lost > limits.lost()) {
            draft.events(ledger.eventsOf(ledger.lost()));
            return draft.fail(
                    Reason.ACKNOWLEDGED_WRITES_LOST,
                    lost + of + " lost, limit " + limits.lost() + ": "
                            + listed(ledger.lost(), SHOWN));
        }
        if (twice > limits.duplicated()) {
            draft.events(ledger.eventsOf(ledger.duplicated()));
            return draft.fail(
                    Reason.WRITES_DUPLICATED,
                    twice + " writes are there more than once, limit " + limits.duplicated() + ": "
                            + listed(ledger.duplicated(), SHOWN));
        }
        if (!ledger.unasked().isEmpty()) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED,
                    ledger.unasked().size() + of + " could not be asked for: "
                            + listed(ledger.unasked(), SHOWN));
        }
        return draft.pass(lost + of + " lost, limit " + limits.lost() + "; " + twice
                + " duplicated, limit " + limits.duplicated());
    }

    private static void tell(Draft draft, Ledger ledger, long fault) {
        int lost = ledger.lost().size();
        draft.measured(lost, lost + (double) ledger.unasked().size(), "writes")
                .detail("acknowledged", String.valueOf(ledger.told()))
                .detail("acknowledged before the fault", String.valueOf(ledger.toldBefore(fault)))
                .detail("lost", listed(ledger.lost(), LISTED))
                .detail("recovered", listed(ledger.recovered(), LISTED))
                .detail("duplicated", listed(ledger.duplicated(), LISTED))
                .detail("not asked", listed(ledger.unasked(), LISTED));
        if (ledger.unasked().isEmpty()) {
            draft.detail("RPO, actual", Figures.exact(ledger.recoveryPoint(fault)));
        }
    }

    private static String listed(Collection<String> ids, int most) {
        if (ids.isEmpty()) {
            return "none";
        }
        String some = String.join(", ", ids.stream().limit(most).toList());
        return ids.size() > most ? some + " and " + (ids.size() - most) + " more" : some;
    }
}
