package io.firedrill.check;

import io.firedrill.check.RestoredWrites.Made;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.PlainWords;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Judges data that was put back from a backup. Every write that customers were told of before the
 * backup began is there; so is every one that was made after the restore was done; of those between
 * the two some may be lost, and how far back that reaches from the loss is the recovery point
 * (MEASURING.md), which is measured against {@code at-most}.
 *
 * <p>The step named by {@code from} took the backup. The fault named by {@code after} destroyed the
 * data, and its heal is the restore.
 */
public final class RestoredCheck implements Check {
    private static final int SHOWN = 3;
    private static final int LISTED = 200;

    @Override
    public ObjectiveKind kind() {
        return new ObjectiveKind(
                "restored",
                List.of(
                        Setting.required("of", Setting.Type.JOURNEY, "whose acknowledged writes"),
                        Setting.required(
                                "from", Setting.Type.FAULT, "the step that took the backup"),
                        Setting.required(
                                "after",
                                Setting.Type.FAULT,
                                "the fault that destroyed the data, and whose heal restores it"),
                        Setting.required(
                                "at-most",
                                Setting.Type.DURATION,
                                "how far back from that fault the loss may reach")),
                settings -> List.of(),
                true,
                "data is as of the backup, and no older than promised");
    }

    @Override
    public String explain(Objective objective) {
        Settings settings = objective.settings();
        return "every write of " + settings.text("of")
                + " that a customer was told is safe is asked for afterwards: none is lost that was"
                + " told before '" + settings.text("from") + "' or made after '"
                + settings.text("after") + "' was healed, and the loss between the two reaches back"
                + " at most " + PlainWords.duration(settings.get("at-most", Duration.class))
                + " from '" + settings.text("after") + "'";
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Settings settings = objective.settings();
        Duration atMost = settings.get("at-most", Duration.class);
        Draft draft =
                Draft.of(objective, "as of the backup, at most " + Figures.limit(atMost) + " lost");
        Faults faults = Faults.of(journal);
        Optional<FaultFacts> backup = faults.called(settings.text("from"));
        Optional<FaultFacts> loss = faults.called(settings.text("after"));
        Optional<String> missing = missing(backup, loss);
        if (missing.isPresent()) {
            return draft.inconclusive(Reason.NOT_MEASURED, missing.get());
        }
        Course course = new Course(
                backup.orElseThrow().applied().orElseThrow(),
                loss.orElseThrow().applied().orElseThrow(),
                loss.orElseThrow().healed().orElseThrow());
        RestoredWrites writes =
                RestoredWrites.of(Reconciliation.of(journal, settings.text("of")), journal, course);
        tell(draft, writes);
        return rule(draft, writes, atMost);
    }

    /** When the backup was taken, the data was destroyed, and the backup was put back. */
    record Course(Interval backup, Interval loss, Interval restore) {}

    private static Optional<String> missing(
            Optional<FaultFacts> backup, Optional<FaultFacts> loss) {
        Optional<Interval> taken = backup.flatMap(FaultFacts::applied);
        Optional<Interval> destroyed = loss.flatMap(FaultFacts::applied);
        if (taken.isEmpty()) {
            return Optional.of("no backup was taken");
        }
        if (destroyed.isEmpty()) {
            return Optional.of("no data was destroyed, so nothing had to be restored");
        }
        if (taken.get().hi() > destroyed.get().lo()) {
            return Optional.of("the backup was not taken before the data was destroyed");
        }
        boolean restored = loss.flatMap(FaultFacts::healed).isPresent()
                && loss.flatMap(FaultFacts::healError).isEmpty();
        return restored ? Optional.empty() : Optional.of("the backup was not put back");
    }

    private static void tell(Draft draft, RestoredWrites writes) {
        Interval point = writes.recoveryPoint();
        List<String> between = writes.lost(Made.BETWEEN);
        draft.seconds(point)
                .detail("acknowledged before the backup", writes.counted(Made.BEFORE))
                .detail("acknowledged between backup and restore", writes.counted(Made.BETWEEN))
                .detail("made after the restore", writes.counted(Made.AFTER))
                .detail("lost between backup and restore", listed(between, LISTED))
                .detail("RPO, actual", Figures.measured(point));
    }

    private static Verdict rule(Draft draft, RestoredWrites writes, Duration atMost) {
        List<String> before = writes.lost(Made.BEFORE);
        List<String> after = writes.lost(Made.AFTER);
        if (!before.isEmpty()) {
            return draft.events(writes.eventsOf(before))
                    .fail(
                            Reason.RESTORED_INCOMPLETE,
                            before.size() + " of " + writes.counted(Made.BEFORE)
                                    + " writes acknowledged before the backup are not there: "
                                    + listed(before, SHOWN));
        }
        if (!after.isEmpty()) {
            return draft.events(writes.eventsOf(after))
                    .fail(
                            Reason.ACKNOWLEDGED_WRITES_LOST,
                            after.size() + " of " + writes.counted(Made.AFTER)
                                    + " writes made after the restore are lost: "
                                    + listed(after, SHOWN));
        }
        return age(draft, writes, atMost);
    }

    private static Verdict age(Draft draft, RestoredWrites writes, Duration atMost) {
        Interval point = writes.recoveryPoint();
        String said = "the loss reaches back " + Figures.measured(point) + " from the fault, limit "
                + Figures.limit(atMost);
        if (point.lo() > atMost.toNanos()) {
            return draft.fail(Reason.RESTORED_TOO_OLD, said);
        }
        if (writes.none(Made.BEFORE)) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED,
                    "no write was acknowledged before the backup, so none shows that it is whole");
        }
        if (!writes.unasked().isEmpty()) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED,
                    writes.unasked().size() + " acknowledged writes could not be asked for: "
                            + listed(writes.unasked(), SHOWN));
        }
        if (point.hi() > atMost.toNanos()) {
            return draft.inconclusive(Reason.STRADDLES_LIMIT, said + " lies inside the error");
        }
        return draft.pass(said + "; all " + writes.counted(Made.BEFORE)
                + " writes acknowledged before the backup are there, "
                + writes.lost(Made.BETWEEN).size() + " of " + writes.counted(Made.BETWEEN)
                + " between backup and restore are lost");
    }

    private static String listed(List<String> ids, int most) {
        return Reconciliation.listed(ids, most);
    }
}
