package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** The harness's own trouble is never a finding about the system (SURVIVAL R28). */
class OwnOverloadTests {
    private static final Scenario SCENARIO = Scenarios.primaryLost(Scenarios.recovery(30));

    @Test
    void deadlineThatRanWhileTheHarnessWasStoppedIsNoFinding() {
        Journal journal = stopped(12)
                .attempt("transfer", 11.96, 14.001, AttemptReason.TIMEOUT)
                .attempt("transfer", 11.98, 14.001, AttemptReason.TIMEOUT)
                .fault("lost host")
                .on(10, 30)
                .build();

        assertThat(judge(journal).status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
    }

    /** Its deadline began before the stop, its first byte was handed over after it. */
    @Test
    void attemptHandedOverAtTheEndOfItsDeadlineProvesNothing() {
        Journal journal = stopped(12)
                .attempt("transfer", 14.0005, 14.001, AttemptReason.TIMEOUT)
                .attempt("transfer", 14.0006, 14.001, AttemptReason.TIMEOUT)
                .fault("lost host")
                .on(10, 30)
                .build();

        assertThat(judge(journal).status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
    }

    @Test
    void silenceWhileTheHarnessMostlyStoodStillProvesNothing() {
        JournalDsl journal = journal().healthy().served("transfer", 0, 12);
        for (double at = 12; at < 13; at += 0.1) {
            journal.event(at + 0.06, new Event.HarnessStalled(nanos(at), nanos(at + 0.06)));
        }
        Journal built = journal.attempt("transfer", 12, 13, AttemptReason.TIMEOUT)
                .served("transfer", 13.1, 40)
                .fault("lost host")
                .on(10, 30)
                .build();

        assertThat(judge(built).reason()).contains(Reason.HARNESS_OVERLOADED);
    }

    @Test
    void shortStallExcusesNoAnsweredFailure() {
        Journal journal = journal()
                .healthy()
                .served("transfer", 0, 10)
                .refused("transfer", 10, 20)
                .served("transfer", 20, 40)
                .event(15, new Event.HarnessStalled(nanos(9.999), nanos(10.2)))
                .fault("lost host")
                .on(9.99, 39)
                .build();

        assertThat(judge(journal).reason()).contains(Reason.RECOVERED_TOO_LATE);
    }

    @Test
    void realOutageIsFoundThoughTheHarnessStoodStillInIt() {
        Journal journal = journal()
                .healthy()
                .served("transfer", 0, 10)
                .failing("transfer", new Interval(nanos(10), nanos(20)), AttemptReason.TIMEOUT, 1)
                .served("transfer", 20, 40)
                .event(15, new Event.HarnessStalled(nanos(14), nanos(14.3)))
                .fault("lost host")
                .on(9.99, 39)
                .build();

        assertThat(judge(journal).reason()).contains(Reason.RECOVERED_TOO_LATE);
    }

    /** Served all the time, but nobody set out in the two seconds from then on. */
    private static JournalDsl stopped(double at) {
        return journal()
                .healthy()
                .served("transfer", 0, at - 0.05)
                .event(at + 2, new Event.HarnessStalled(nanos(at), nanos(at + 2)))
                .served("transfer", at + 2.01, 40);
    }

    private static Verdict judge(Journal journal) {
        return new RecoveryCheck().examine(Scenarios.recovery(0.5), SCENARIO, journal);
    }
}
