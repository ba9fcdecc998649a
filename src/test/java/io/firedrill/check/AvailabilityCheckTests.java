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

class AvailabilityCheckTests {

    @Test
    void enoughServedInTheWindowIsPass() {
        Verdict verdict = judge(missing(0.4), 0.95);

        assertThat(verdict.status()).isEqualTo(Verdict.Status.PASS);
        assertThat(verdict.measured()).contains(new Verdict.Measured(96, 96, "%"));
        assertThat(verdict.headline())
                .startsWith("availability: 96 % of the attempts of transfer were served"
                        + " in 10 s from the first fault, at least 95 % asked");
        assertThat(verdict.details().get("before")).startsWith("100 % of 500 served, p50 0.005 s");
    }

    @Test
    void tooFewServedIsFail() {
        Verdict verdict = judge(missing(1), 0.95);

        assertThat(verdict.status()).isEqualTo(Verdict.Status.FAIL);
        assertThat(verdict.reason()).contains(Reason.TOO_FEW_SERVED);
    }

    @Test
    void droppedAttemptsThatCouldChangeTheVerdictMakeItInconclusive() {
        JournalDsl few = missing(0.4)
                .event(20, new Event.AttemptsDropped("transfer", 20, nanos(11), nanos(12)));
        JournalDsl elsewhere = missing(0.4)
                .event(40, new Event.AttemptsDropped("transfer", 20, nanos(31), nanos(32)));

        assertThat(judge(few, 0.95).reason()).contains(Reason.HARNESS_OVERLOADED);
        assertThat(judge(few, 0.90).status()).isEqualTo(Verdict.Status.PASS);
        assertThat(judge(few, 0.99).status()).isEqualTo(Verdict.Status.FAIL);
        assertThat(judge(elsewhere, 0.95).status()).isEqualTo(Verdict.Status.PASS);
    }

    @Test
    void failuresOfTheHarnessAreNotTheSystems() {
        JournalDsl journal = journal()
                .healthy()
                .served("transfer", 0, 10.2)
                .failing(
                        "transfer",
                        new Interval(nanos(10.2), nanos(11.2)),
                        AttemptReason.HARNESS,
                        0.001)
                .served("transfer", 11.2, 25);

        assertThat(judge(journal, 0.95).reason()).contains(Reason.HARNESS_OVERLOADED);
    }

    @Test
    void windowThatWasNotWatchedToItsEndIsNotMeasured() {
        JournalDsl journal = journal().healthy().served("transfer", 0, 15);

        assertThat(judge(journal, 0.95).reason()).contains(Reason.NOT_MEASURED);
    }

    @Test
    void windowWithoutAttemptsIsNotMeasured() {
        assertThat(judge(journal().healthy().served("transfer", 0, 9), 0.95).reason())
                .contains(Reason.NOT_MEASURED);
    }

    private static JournalDsl missing(double seconds) {
        return journal()
                .healthy()
                .served("transfer", 0, 10.2)
                .refused("transfer", 10.2, 10.2 + seconds)
                .served("transfer", 10.2 + seconds, 25);
    }

    private static Verdict judge(JournalDsl journal, double atLeast) {
        Objective objective = Scenarios.objective(
                new AvailabilityCheck(),
                Map.of("of", "transfer", "at-least", atLeast, "window", Duration.ofSeconds(10)));
        return new AvailabilityCheck()
                .examine(
                        objective,
                        Scenarios.primaryLost(objective),
                        journal.fault("lost host").on(10, 30).build());
    }
}
