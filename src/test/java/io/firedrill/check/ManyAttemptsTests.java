package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Journal;
import org.junit.jupiter.api.Test;

/** Apart from the others, for mutation testing leaves it out: too long for each mutant. */
class ManyAttemptsTests {

    /**
     * A million attempts are judged without running out of heap or time; the time is not asserted.
     */
    @Test
    void judgesAMillionAttempts() {
        JournalDsl journal = journal().healthy();
        for (int number = 0; number < 1_000_000; number++) {
            double sent = number / 5000.0;
            boolean dark = sent > 60 && sent < 80;
            journal.attempt(
                    "transfer",
                    sent,
                    sent + 0.004,
                    dark ? AttemptReason.REFUSED : AttemptReason.NONE);
        }
        Journal built = journal.fault("lost host").on(60, 120).ended(200).build();

        Verdict verdict = new RecoveryCheck()
                .examine(
                        Scenarios.recovery(30),
                        Scenarios.primaryLost(Scenarios.recovery(30)),
                        built);

        assertThat(verdict.status()).isEqualTo(Verdict.Status.PASS);
    }
}
