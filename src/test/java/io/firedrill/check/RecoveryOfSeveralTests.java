package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static io.firedrill.check.RecoveryCheckTests.judge;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import org.junit.jupiter.api.Test;

/** Several outages in one drill: each is measured by itself, and the worst one decides. */
class RecoveryOfSeveralTests {

    @Test
    void laterAndLongerDarknessDecides() {
        Journal journal = journal()
                .healthy()
                .served("transfer", 0, 10)
                .refused("transfer", 10, 10.1)
                .served("transfer", 10.1, 18)
                .refused("transfer", 18, 60)
                .fault("lost host")
                .at(10)
                .build();

        Verdict verdict = judge(journal, 30);

        assertThat(verdict.reason()).contains(Reason.NOT_RECOVERED);
        assertThat(verdict.details())
                .containsEntry("dark periods", "2: flapping, the worst one decides");
    }

    @Test
    void eachOfTwoOutagesIsReadBothWaysByItself() {
        Journal journal = twice().served("transfer", 29.8, 29.9)
                .refused("transfer", 29.9, 30.4)
                .event(31, new Event.HarnessStalled(nanos(29.89), nanos(30.41)))
                .served("transfer", 30.4, 50)
                .build();

        Verdict verdict = judge(journal, 10);

        assertThat(verdict.status()).isEqualTo(Verdict.Status.PASS);
        Verdict.Measured measured = verdict.measured().orElseThrow();
        assertThat(measured.low()).isBetween(4.0, 5.0);
        assertThat(measured.high()).isBetween(5.3, 6.0);
    }

    /** One of 5 s, another of 4.8 s at least. */
    private static JournalDsl twice() {
        return journal()
                .healthy()
                .served("transfer", 0, 10)
                .refused("transfer", 10, 15)
                .served("transfer", 15, 25)
                .refused("transfer", 25, 29.8)
                .fault("lost host")
                .at(10);
    }

    @Test
    void whatOnlyWeMayHaveHeldUpForLongerThanTheLimitIsNotToldFromAnOutage() {
        Journal journal = twice().served("transfer", 29.8, 40)
                .refused("transfer", 40, 52)
                .event(53, new Event.HarnessStalled(nanos(39.9), nanos(52.1)))
                .served("transfer", 52, 70)
                .build();

        assertThat(judge(journal, 10).reason()).contains(Reason.HARNESS_OVERLOADED);
        assertThat(judge(journal, 15).status()).isEqualTo(Verdict.Status.PASS);
        assertThat(judge(journal, 3).reason()).contains(Reason.RECOVERED_TOO_LATE);
    }
}
