package io.firedrill.check;

import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/**
 * Judges whether every write is still there that a customer was told is safe, none is there twice,
 * and none that no attempt can have written. A write that nobody was told of is never lost; it may
 * be recovered.
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
    public String explain(Objective objective) {
        Settings settings = objective.settings();
        return "every write of " + settings.text("of")
                + " that a customer was told is safe is asked for afterwards: at most "
                + settings.get("at-most", Integer.class) + " are lost, at most "
                + settings.get("duplicates-at-most", Integer.class) + " are there twice";
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
        Reconciliation writes = Reconciliation.of(journal, journey);
        if (writes.toldBefore(fault.getAsLong()) == 0) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED,
                    "no write of " + journey + " was acknowledged before the fault");
        }
        tell(draft, writes, fault.getAsLong());
        return rule(draft, writes, new Limits(atMost, twice));
    }

    private record Limits(int lost, int duplicated) {}

    private static Verdict rule(Draft draft, Reconciliation writes, Limits limits) {
        int lost = writes.lost().size();
        int twice = writes.duplicated().size();
        String of = " of " + writes.told() + " acknowledged writes";
        if (lost > limits.lost()) {
            draft.events(writes.eventsOf(writes.lost()));
            return draft.fail(
                    Reason.ACKNOWLEDGED_WRITES_LOST,
                    lost + of + " lost, limit " + limits.lost() + ": "
                            + listed(writes.lost(), SHOWN));
        }
        if (twice > limits.duplicated()) {
            draft.events(writes.eventsOf(writes.duplicated()));
            return draft.fail(
                    Reason.WRITES_DUPLICATED,
                    twice + " writes are there more than once, limit " + limits.duplicated() + ": "
                            + listed(writes.duplicated(), SHOWN));
        }
        if (!writes.unexpected().isEmpty()) {
            draft.events(writes.eventsOf(writes.unexpected()));
            return draft.fail(
                    Reason.UNEXPECTED_WRITES,
                    writes.unexpected().size()
                            + " writes are there that no attempt can have written: "
                            + listed(writes.unexpected(), SHOWN));
        }
        if (!writes.unasked().isEmpty()) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED,
                    writes.unasked().size() + of + " could not be asked for: "
                            + listed(writes.unasked(), SHOWN));
        }
        return draft.pass(lost + of + " lost, limit " + limits.lost() + "; " + twice
                + " duplicated, limit " + limits.duplicated());
    }

    private static void tell(Draft draft, Reconciliation writes, long fault) {
        int lost = writes.lost().size();
        draft.measured(lost, lost + (double) writes.unasked().size(), "writes")
                .detail("acknowledged", String.valueOf(writes.told()))
                .detail("acknowledged before the fault", String.valueOf(writes.toldBefore(fault)))
                .detail("lost", listed(writes.lost(), LISTED))
                .detail("recovered", listed(writes.recovered(), LISTED))
                .detail("unexpected", listed(writes.unexpected(), LISTED))
                .detail("duplicated", listed(writes.duplicated(), LISTED))
                .detail("not asked", listed(writes.unasked(), LISTED));
        if (writes.unasked().isEmpty()) {
            draft.detail("RPO, actual", Figures.exact(writes.recoveryPoint(fault)));
        }
    }

    private static String listed(Collection<String> ids, int most) {
        return Reconciliation.listed(ids, most);
    }
}
