package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The fault is on from 10 s to 20 s; the window is 10 s long. */
class LatencyCheckTests {
    private static final Map<String, Object> HALF_A_SECOND =
            Map.of("at-most", Duration.ofMillis(500));

    private static Verdict examine(JournalDsl journal, Map<String, Object> some) {
        LatencyCheck check = new LatencyCheck();
        Map<String, Object> settings =
                new HashMap<>(Map.of("of", "transfer", "window", Duration.ofSeconds(10)));
        settings.putAll(some);
        journal.fault("lost host").on(10, 20).ended(40);
        io.firedrill.scenario.Objective objective = Scenarios.objective(check, settings);
        return check.examine(objective, Scenarios.primaryLost(objective), journal.build());
    }

    private static JournalDsl waiting(double seconds) {
        return journal()
                .healthy()
                .latency(0.01)
                .served("transfer", 0, 10)
                .latency(seconds)
                .served("transfer", 10, 40);
    }

    @Test
    void aWaitBelowTheLimitPassesAndOneAboveItFails() {
        Verdict quick = examine(waiting(0.3), HALF_A_SECOND);
        Verdict slow = examine(waiting(0.7), HALF_A_SECOND);

        assertThat(quick.status()).isEqualTo(Verdict.Status.PASS);
        assertThat(quick.measured()).contains(new Verdict.Measured(0.3, 0.3, "s"));
        assertThat(slow.reason()).contains(Reason.TOO_SLOW);
        assertThat(slow.headline())
                .startsWith("latency: p99 of transfer waited 0.700 s to 0.700 s,"
                        + " at most 0.500 s asked");
    }

    @Test
    void theLimitMayBeAMultipleOfTheBaseline() {
        Map<String, Object> tenfold = Map.of("times-baseline", 10);

        assertThat(examine(waiting(0.09), tenfold).status()).isEqualTo(Verdict.Status.PASS);
        assertThat(examine(waiting(0.12), tenfold).reason()).contains(Reason.TOO_SLOW);
    }

    @Test
    void failingQuicklyIsNoWayToPass() {
        JournalDsl journal = journal()
                .healthy()
                .served("transfer", 0, 10)
                .refused("transfer", 10, 11)
                .served("transfer", 11, 40);

        Verdict verdict = examine(journal, HALF_A_SECOND);

        assertThat(verdict.reason()).contains(Reason.TOO_SLOW);
        assertThat(verdict.headline()).startsWith("latency: p99 of transfer was never served");
    }

    @Test
    void fewerMissesThanThePercentileLeavesOutDoNotCount() {
        JournalDsl journal = journal()
                .healthy()
                .served("transfer", 0, 10)
                .refused("transfer", 10, 10.08)
                .served("transfer", 10.08, 40);

        assertThat(examine(journal, HALF_A_SECOND).status()).isEqualTo(Verdict.Status.PASS);
    }

    @Test
    void aWaitThatMayBeOurOwnIsNotBlamedOnTheSystem() {
        JournalDsl journal = waiting(0.7).event(22, new Event.HarnessStalled(nanos(9), nanos(21)));

        assertThat(examine(journal, HALF_A_SECOND).reason()).contains(Reason.STRADDLES_LIMIT);
    }

    @Test
    void whatWasDroppedIsNotKnown() {
        JournalDsl journal = waiting(0.3)
                .event(12, new Event.AttemptsDropped("transfer", 50, nanos(11), nanos(12)));

        assertThat(examine(journal, HALF_A_SECOND).reason()).contains(Reason.HARNESS_OVERLOADED);
    }

    @Test
    void nothingAskedOrTooFewIsNotMeasured() {
        JournalDsl few = journal()
                .healthy()
                .served("transfer", 0, 10)
                .attempt("transfer", 10.5, 10.6, AttemptReason.NONE);
        Map<String, Object> both = Map.of("at-most", Duration.ofSeconds(1), "times-baseline", 2);

        assertThat(examine(waiting(0.1), Map.of()).reason()).contains(Reason.NOT_MEASURED);
        assertThat(examine(waiting(0.1), both).reason()).contains(Reason.NOT_MEASURED);
        assertThat(examine(few, HALF_A_SECOND).status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
        assertThat(examine(journal().healthy(), Map.of("times-baseline", 2)).reason())
                .contains(Reason.NOT_MEASURED);
    }

    @Test
    void withoutAFaultThereIsNoWindow() {
        LatencyCheck check = new LatencyCheck();
        io.firedrill.scenario.Objective objective = Scenarios.objective(
                check,
                Map.of(
                        "of", "transfer",
                        "window", Duration.ofSeconds(10),
                        "at-most", Duration.ofSeconds(1)));

        Verdict verdict = check.examine(
                objective,
                Scenarios.primaryLost(objective),
                waiting(0.1).ended(40).build());

        assertThat(verdict.reason()).contains(Reason.NOT_MEASURED);
        assertThat(Percentile.least(0.99)).isEqualTo(100);
        assertThat(Percentile.least(0.5)).isEqualTo(2);
    }
}
