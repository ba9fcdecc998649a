package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;
import io.firedrill.scenario.Objective;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * {@code restored}: the backup is taken at 10 s, the data is destroyed at 14 s and put back at 20
 * s. Write a is told at 8.005 s, b at 12.005 s, c at 16.005 s, d is made at 25 s.
 */
class RestoredCheckTests {

    private static JournalDsl written(int a, int b, int c, int d) {
        return journal()
                .healthy()
                .told("transfer", 8, "a")
                .told("transfer", 12, "b")
                .told("transfer", 16, "c")
                .told("transfer", 25, "d")
                .reconciled("transfer", "a", a)
                .reconciled("transfer", "b", b)
                .reconciled("transfer", "c", c)
                .reconciled("transfer", "d", d);
    }

    private static JournalDsl restored(JournalDsl journal) {
        journal.fault("backup", "exec", "primary", "db1").on(10, 60);
        journal.fault("dropped", "exec", "primary", "db1").on(14, 20);
        return journal.ended(101);
    }

    private static Verdict judge(JournalDsl journal, double atMost) {
        Objective objective = Scenarios.objective(
                new RestoredCheck(),
                Map.of(
                        "of",
                        "transfer",
                        "from",
                        "backup",
                        "after",
                        "dropped",
                        "at-most",
                        Duration.ofNanos(nanos(atMost))));
        return new RestoredCheck()
                .examine(objective, Scenarios.primaryLost(objective), journal.build());
    }

    @Test
    void dataAsOfTheBackupPassesAndTheLossIsMeasured() {
        Verdict verdict = judge(restored(written(1, 0, 0, 1)), 6);

        assertThat(verdict.status()).isEqualTo(Verdict.Status.PASS);
        assertThat(verdict.headline())
                .isEqualTo("restored: the loss reaches back 4.00 s (+-2.01) from the fault, limit"
                        + " 6 s; all 1 writes acknowledged before the backup are there, 2 of 2"
                        + " between backup and restore are lost");
        assertThat(verdict.target()).isEqualTo("as of the backup, at most 6 s lost");
        assertThat(verdict.measured()).contains(new Verdict.Measured(1.995, 5.996, "s"));
        assertThat(verdict.details())
                .containsEntry("acknowledged before the backup", "1")
                .containsEntry("acknowledged between backup and restore", "2")
                .containsEntry("made after the restore", "1")
                .containsEntry("lost between backup and restore", "b, c");
    }

    @Test
    void whatIsLostOfBeforeTheBackupMakesItIncompleteHoweverOldItMayBe() {
        Verdict verdict = judge(restored(written(0, 1, 1, 1)), 3_600);

        assertThat(verdict.reason()).contains(Reason.RESTORED_INCOMPLETE);
        assertThat(verdict.headline())
                .startsWith("restored: 1 of 1 writes acknowledged before the backup are not"
                        + " there: a (event #");
    }

    @Test
    void whatIsLostOfAfterTheRestoreIsALossOfItsOwn() {
        Verdict verdict = judge(restored(written(1, 0, 0, 0)), 6);

        assertThat(verdict.reason()).contains(Reason.ACKNOWLEDGED_WRITES_LOST);
        assertThat(verdict.headline())
                .startsWith("restored: 1 of 1 writes made after the restore are lost: d (event #");
    }

    @Test
    void aLossThatReachesBackTooFarFailsAndOneWhoseErrorHoldsTheLimitDoesNotTell() {
        Verdict old = judge(restored(written(1, 0, 0, 1)), 1.9);
        Verdict unclear = judge(restored(written(1, 0, 0, 1)), 5);

        assertThat(old.reason()).contains(Reason.RESTORED_TOO_OLD);
        assertThat(old.headline())
                .isEqualTo("restored: the loss reaches back 4.00 s (+-2.01) from the fault,"
                        + " limit 1.9 s");
        assertThat(unclear.reason()).contains(Reason.STRADDLES_LIMIT);
    }

    @Test
    void theLossIsCountedFromTheLastWriteThatSurvivedToTheFirstThatDidNot() {
        JournalDsl journal = written(1, 0, 0, 1)
                .told("transfer", 11.5, "b0")
                .reconciled("transfer", "b0", 1)
                .told("transfer", 11.9, "b1")
                .reconciled("transfer", "b1", 1);

        Verdict verdict = judge(restored(journal), 6);

        assertThat(verdict.measured()).contains(new Verdict.Measured(1.995, 2.096, "s"));
    }

    @Test
    void whereNothingIsLostTheLossIsNone() {
        Verdict verdict = judge(restored(written(1, 1, 1, 1)), 1);

        assertThat(verdict.status()).isEqualTo(Verdict.Status.PASS);
        assertThat(verdict.measured()).contains(new Verdict.Measured(0, 0, "s"));
    }

    @Test
    void whatIsLostOnlyAfterTheFaultDoesNotReachBack() {
        Verdict verdict = judge(restored(written(1, 1, 0, 1)), 1);

        assertThat(verdict.status()).isEqualTo(Verdict.Status.PASS);
        assertThat(verdict.measured()).contains(new Verdict.Measured(0, 0, "s"));
        assertThat(verdict.headline()).contains("1 of 2 between backup and restore are lost");
    }

    @Test
    void aWriteUnderWayDuringTheBackupMayBeInItOrNot() {
        Interval around = new Interval(nanos(9.999), nanos(10.0005));
        JournalDsl in = written(1, 0, 0, 1)
                .write("transfer", around, AttemptReason.NONE, "e")
                .reconciled("transfer", "e", 1);
        JournalDsl out = written(1, 0, 0, 1)
                .write("transfer", around, AttemptReason.NONE, "e")
                .reconciled("transfer", "e", 0);

        assertThat(judge(restored(in), 6).status()).isEqualTo(Verdict.Status.PASS);
        assertThat(judge(restored(out), 6).status()).isEqualTo(Verdict.Status.PASS);
    }

    @Test
    void aWriteThatWasFirstSentBeforeTheRestoreMayBeLostThoughItsRepeatWasTold() {
        Interval before = new Interval(nanos(19), nanos(19.5));
        JournalDsl journal = written(1, 0, 0, 1)
                .write("transfer", before, AttemptReason.TIMEOUT, "e")
                .told("transfer", 22, "e")
                .reconciled("transfer", "e", 0);

        assertThat(judge(restored(journal), 6).status()).isEqualTo(Verdict.Status.PASS);
    }

    @Test
    void writesThatCouldNotBeAskedForAreNotKnownButProvenLossIsAFail() {
        Verdict unknown = judge(restored(written(-1, 0, 0, 1)), 60);
        Verdict proven = judge(restored(written(1, -1, 0, 0)), 60);

        assertThat(unknown.reason()).contains(Reason.NOT_MEASURED);
        assertThat(unknown.headline())
                .isEqualTo("restored: 1 acknowledged writes could not be asked for: a");
        assertThat(proven.reason()).contains(Reason.ACKNOWLEDGED_WRITES_LOST);
    }

    @Test
    void aBackupThatNothingShowsToBeWholeIsNotMeasured() {
        JournalDsl journal =
                journal().healthy().told("transfer", 12, "b").reconciled("transfer", "b", 0);

        Verdict verdict = judge(restored(journal), 60);

        assertThat(verdict.reason()).contains(Reason.NOT_MEASURED);
        assertThat(verdict.headline())
                .isEqualTo("restored: no write was acknowledged before the backup, so none shows"
                        + " that it is whole");
    }

    @Test
    void withoutBackupLossOrRestoreNothingIsMeasured() {
        JournalDsl never = written(1, 0, 0, 1);
        JournalDsl kept = written(1, 0, 0, 1);
        kept.fault("backup").at(10);
        JournalDsl gone = written(1, 0, 0, 1);
        gone.fault("backup").at(10);
        gone.fault("dropped").at(14);
        JournalDsl late = written(1, 0, 0, 1);
        late.fault("backup").at(15);
        late.fault("dropped").on(14, 20);
        JournalDsl broken = written(1, 0, 0, 1);
        broken.fault("backup").at(10);
        broken.fault("dropped").at(14);
        broken.event(20, new Event.FaultHealed("dropped", nanos(20), nanos(20), "exit code 1"));

        assertThat(judge(never, 6).headline()).isEqualTo("restored: no backup was taken");
        assertThat(judge(kept, 6).headline())
                .isEqualTo("restored: no data was destroyed, so nothing had to be restored");
        assertThat(judge(gone, 6).headline()).isEqualTo("restored: the backup was not put back");
        assertThat(judge(broken, 6).headline()).isEqualTo("restored: the backup was not put back");
        assertThat(judge(late, 6).headline())
                .isEqualTo("restored: the backup was not taken before the data was destroyed");
        assertThat(judge(late, 6).reason()).contains(Reason.NOT_MEASURED);
    }
}
