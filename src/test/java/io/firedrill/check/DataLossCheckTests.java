package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import io.firedrill.scenario.Objective;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataLossCheckTests {

    @Test
    void everyAcknowledgedWriteFoundOnceIsPass() {
        Verdict verdict =
                judge(written().reconciled("transfer", "a", 1).reconciled("transfer", "b", 1));

        assertThat(verdict.status()).isEqualTo(Verdict.Status.PASS);
        assertThat(verdict.headline())
                .isEqualTo(
                        "data-loss: 0 of 2 acknowledged writes lost, limit 0; 0 duplicated, limit 0");
        assertThat(verdict.details()).containsEntry("RPO, actual", "0.000 s");
    }

    @Test
    void acknowledgedWriteThatIsGoneIsFailWithItsId() {
        Verdict verdict =
                judge(written().reconciled("transfer", "a", 1).reconciled("transfer", "b", 0));

        assertThat(verdict.status()).isEqualTo(Verdict.Status.FAIL);
        assertThat(verdict.reason()).contains(Reason.ACKNOWLEDGED_WRITES_LOST);
        assertThat(verdict.headline())
                .startsWith("data-loss: 1 of 2 acknowledged writes lost, limit 0: b (event #");
        assertThat(verdict.measured()).contains(new Verdict.Measured(1, 1, "writes"));
        assertThat(verdict.details()).containsEntry("RPO, actual", "1.995 s");
    }

    @Test
    void writeThatNobodyWasToldOfIsNeverLostButMayBeRecovered() {
        JournalDsl journal = written()
                .write("transfer", new Interval(nanos(9.5), nanos(9.6)), AttemptReason.RESET, "c")
                .write("transfer", new Interval(nanos(9.6), nanos(9.7)), AttemptReason.RESET, "d")
                .reconciled("transfer", "a", 1)
                .reconciled("transfer", "b", 1)
                .reconciled("transfer", "c", 0)
                .reconciled("transfer", "d", 1);

        Verdict verdict = judge(journal);

        assertThat(verdict.status()).isEqualTo(Verdict.Status.PASS);
        assertThat(verdict.details()).containsEntry("recovered", "d").containsEntry("lost", "none");
    }

    @Test
    void writeThatIsThereTwiceIsDuplicated() {
        Verdict verdict =
                judge(written().reconciled("transfer", "a", 2).reconciled("transfer", "b", 1));

        assertThat(verdict.reason()).contains(Reason.WRITES_DUPLICATED);
    }

    @Test
    void writesThatCouldNotBeAskedForAreNotMeasured() {
        Verdict unanswered =
                judge(written().reconciled("transfer", "a", 1).reconciled("transfer", "b", -1));
        Verdict unasked = judge(written().reconciled("transfer", "a", 1));

        assertThat(unanswered.reason()).contains(Reason.NOT_MEASURED);
        assertThat(unasked.headline())
                .isEqualTo("data-loss: 1 of 2 acknowledged writes could not be asked for: b");
        assertThat(unasked.measured()).contains(new Verdict.Measured(0, 1, "writes"));
    }

    @Test
    void provenLossIsFailAlsoWhereOtherWritesAreNotKnown() {
        Verdict verdict = judge(written().reconciled("transfer", "a", 0));

        assertThat(verdict.reason()).contains(Reason.ACKNOWLEDGED_WRITES_LOST);
    }

    @Test
    void lossWithinWhatIsAllowedIsPass() {
        Objective objective =
                Scenarios.objective(new DataLossCheck(), Map.of("of", "transfer", "at-most", 1));
        JournalDsl journal =
                written().reconciled("transfer", "a", 1).reconciled("transfer", "b", 0);

        assertThat(judge(journal, objective).status()).isEqualTo(Verdict.Status.PASS);
    }

    @Test
    void withoutAWriteAcknowledgedBeforeTheFaultNothingWasAtRisk() {
        Verdict none = judge(journal().healthy());
        Verdict onlyAfter =
                judge(journal().healthy().told("transfer", 20, "z").reconciled("transfer", "z", 1));

        assertThat(none.reason()).contains(Reason.NOT_MEASURED);
        assertThat(onlyAfter.headline())
                .isEqualTo("data-loss: no write of transfer was acknowledged before the fault");
    }

    private static JournalDsl written() {
        return journal().healthy().told("transfer", 8, "a").told("transfer", 9, "b");
    }

    private static Verdict judge(JournalDsl journal) {
        return judge(journal, Scenarios.objective(new DataLossCheck(), Map.of("of", "transfer")));
    }

    private static Verdict judge(JournalDsl journal, Objective objective) {
        return new DataLossCheck()
                .examine(
                        objective,
                        Scenarios.primaryLost(objective),
                        journal.fault("lost host").on(10, 30).build());
    }
}
