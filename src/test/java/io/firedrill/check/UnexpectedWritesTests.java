package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import io.firedrill.scenario.Objective;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnexpectedWritesTests {

    @Test
    void writeThatTheSystemRefusedAndYetMadeIsFail() {
        Verdict verdict = judge(written()
                .write("transfer", new Interval(nanos(9.5), nanos(9.6)), AttemptReason.STATUS, "no")
                .reconciled("transfer", "no", 1));

        assertThat(verdict.status()).isEqualTo(Verdict.Status.FAIL);
        assertThat(verdict.reason()).contains(Reason.UNEXPECTED_WRITES);
        assertThat(verdict.headline())
                .startsWith(
                        "data-loss: 1 writes are there that no attempt can have written: no (event #");
        assertThat(verdict.details())
                .containsEntry("unexpected", "no")
                .containsEntry("recovered", "none");
    }

    @Test
    void writeThatNoCustomerEverMadeIsFail() {
        Verdict verdict = judge(written().reconciled("transfer", "whose?", 1));

        assertThat(verdict.reason()).contains(Reason.UNEXPECTED_WRITES);
    }

    @Test
    void refusedWriteThatIsNotThereIsAsItShouldBe() {
        Verdict verdict = judge(written()
                .write(
                        "transfer",
                        new Interval(nanos(9.5), nanos(9.6)),
                        AttemptReason.REFUSED,
                        "no")
                .reconciled("transfer", "no", 0));

        assertThat(verdict.status()).isEqualTo(Verdict.Status.PASS);
        assertThat(verdict.details()).containsEntry("unexpected", "none");
    }

    private static JournalDsl written() {
        return journal().healthy().told("transfer", 8, "a").reconciled("transfer", "a", 1);
    }

    private static Verdict judge(JournalDsl journal) {
        Objective objective = Scenarios.objective(new DataLossCheck(), Map.of("of", "transfer"));
        return new DataLossCheck()
                .examine(
                        objective,
                        Scenarios.primaryLost(objective),
                        journal.fault("lost host").on(10, 30).build());
    }
}
