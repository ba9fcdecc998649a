package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.RecoveryCheckTests.judge;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Journal;
import org.junit.jupiter.api.Test;

/** What the end of a drill cuts off. */
class RecoveryAtTheEndTests {

    /** Seen in a full run: slow answers as the standby joined, two seconds before the end. */
    @Test
    void aStirAtTheVeryEndInWhichMostWereServedDoesNotDecide() {
        JournalDsl told = journal()
                .healthy()
                .served("transfer", 0, 10)
                .refused("transfer", 10, 20)
                .served("transfer", 20, 50);
        for (double at = 50; at < 52; at += 0.5) {
            told.refused("transfer", at, at + 0.1).served("transfer", at + 0.1, at + 0.5);
        }
        Journal journal = told.fault("lost host").on(10, 30).build();

        Verdict verdict = judge(journal, 30);

        assertThat(verdict.status()).isEqualTo(Verdict.Status.PASS);
        assertThat(verdict.measured().orElseThrow().high()).isBetween(9.9, 10.1);
    }

    @Test
    void darknessAtTheVeryEndIsNotPassedOver() {
        Journal journal = journal()
                .healthy()
                .served("transfer", 0, 10)
                .refused("transfer", 10, 20)
                .served("transfer", 20, 50)
                .refused("transfer", 50, 52)
                .fault("lost host")
                .on(10, 30)
                .build();

        assertThat(judge(journal, 30).status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
    }

    /** Seen in a full run: calm until then, so the healthy bound was 63 ms, and answers took 90. */
    @Test
    void answersThatAreMerelySlowAtTheVeryEndDoNotDecide() {
        JournalDsl told = journal()
                .healthy()
                .served("transfer", 0, 10)
                .refused("transfer", 10, 20)
                .served("transfer", 20, 50);
        for (int slow = 0; slow < 10; slow++) {
            told.attempt("transfer", 50 + slow / 100.0, 50.2 + slow / 100.0, AttemptReason.NONE);
        }
        Journal journal = told.fault("lost host").on(10, 30).build();

        assertThat(judge(journal, 30).status()).isEqualTo(Verdict.Status.PASS);
    }

    @Test
    void whatIsSurelyRedStaysRedWhateverTheEndCutsOff() {
        Journal journal = journal()
                .healthy()
                .served("transfer", 0, 10)
                .refused("transfer", 10, 40)
                .served("transfer", 40, 55)
                .refused("transfer", 55, 57)
                .fault("lost host")
                .on(10, 35)
                .build();

        Verdict verdict = judge(journal, 30);

        assertThat(verdict.status()).isEqualTo(Verdict.Status.FAIL);
        assertThat(verdict.reason()).contains(Reason.RECOVERED_BY_HEAL);
    }
}
