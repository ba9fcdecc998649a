package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Await;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecoveryCheckTests {

    @Test
    void recoveredInTimeIsPassWithNumbersAndErrorAndEvents() {
        Journal journal = dark(10, 30.62).fault("lost host").on(10, 40).build();

        Verdict verdict = judge(journal, 30);

        assertThat(verdict.status()).isEqualTo(Verdict.Status.PASS);
        assertThat(verdict.headline())
                .isEqualTo(
                        "recovery: transfer was served again 20.61 s (+-0.02) after impact, limit 30 s"
                                + " (events #505 -> #1538)");
        assertThat(verdict.measured().orElseThrow().unit()).isEqualTo("s");
        assertThat(verdict.details())
                .containsKeys("impact after the first fault", "width decided by");
    }

    @Test
    void recoveredAfterTheLimitIsTooLate() {
        Journal journal = dark(10, 30).fault("lost host").on(10, 40).build();

        Verdict verdict = judge(journal, 19);

        assertThat(verdict.status()).isEqualTo(Verdict.Status.FAIL);
        assertThat(verdict.reason()).contains(Reason.RECOVERED_TOO_LATE);
    }

    @Test
    void neverRecoveredIsNotRecovered() {
        Journal journal = journal()
                .healthy()
                .served("transfer", 0, 10)
                .refused("transfer", 10, 60)
                .fault("lost host")
                .on(10, 50)
                .build();

        Verdict verdict = judge(journal, 30);

        assertThat(verdict.reason()).contains(Reason.NOT_RECOVERED);
        assertThat(verdict.status()).isEqualTo(Verdict.Status.FAIL);
    }

    @Test
    void darkToTheEndButNotWatchedForTheLimitIsNotMeasured() {
        Journal journal = journal()
                .healthy()
                .served("transfer", 0, 10)
                .refused("transfer", 10, 25)
                .fault("lost host")
                .at(10)
                .build();

        Verdict verdict = judge(journal, 30);

        assertThat(verdict.reason()).contains(Reason.NOT_MEASURED);
        assertThat(verdict.status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
    }

    @Test
    void recoveredOnlyAfterTheHealIsNoFailover() {
        Journal journal = dark(10, 22).fault("lost host").on(10, 20).build();

        assertThat(judge(journal, 30).reason()).contains(Reason.RECOVERED_BY_HEAL);
        assertThat(judge(journal, 30).status()).isEqualTo(Verdict.Status.FAIL);
        assertThat(judgeRepaired(journal, 30).status()).isEqualTo(Verdict.Status.PASS);
    }

    @Test
    void recoveredAfterAHealThatCameAfterTheLimitIsNotRecovered() {
        Journal journal = dark(10, 52).fault("lost host").on(10, 47).build();

        assertThat(judge(journal, 30).reason()).contains(Reason.NOT_RECOVERED);
    }

    @Test
    void recoveredAtTheVeryMomentOfTheHealIsInconclusive() {
        Journal journal = dark(10, 20).fault("lost host").on(10, 19.99).build();

        assertThat(judge(journal, 30).reason()).contains(Reason.STRADDLES_LIMIT);
    }

    @Test
    void customersWhoNoticedNothingPassWithTheOutageThatCouldHaveHidden() {
        Journal journal = journal()
                .healthy()
                .served("transfer", 0, 40)
                .fault("lost host")
                .on(10, 30)
                .build();

        Verdict verdict = judge(journal, 30);

        assertThat(verdict.status()).isEqualTo(Verdict.Status.PASS);
        assertThat(verdict.measured()).contains(new Verdict.Measured(0, 0.025, "s"));
        assertThat(verdict.headline())
                .contains("noticed nothing; an outage of up to 0.025 s could have hidden");
    }

    @Test
    void healthyLatecomersBeforeTheFaultDoNotCount() {
        Journal journal = journal()
                .healthy()
                .refused("transfer", 6, 6.1)
                .served("transfer", 0, 40)
                .fault("lost host")
                .on(10, 30)
                .build();

        assertThat(judge(journal, 1).status()).isEqualTo(Verdict.Status.PASS);
    }

    @Test
    void serviceThatIsUpFiftyMillisecondsEveryHalfSecondIsNotRecovered() {
        JournalDsl journal = journal().healthy().served("transfer", 0, 10);
        for (double at = 10; at < 60; at += 0.5) {
            journal.refused("transfer", at, at + 0.44).served("transfer", at + 0.44, at + 0.5);
        }

        Verdict verdict = judge(journal.fault("lost host").on(10, 50).build(), 30);

        assertThat(verdict.reason()).contains(Reason.NOT_RECOVERED);
    }

    @Test
    void fewMissesAfterTheLastHealAreStrays() {
        Journal journal = journal()
                .healthy()
                .served("transfer", 0, 40)
                .refused("transfer", 39, 39.05)
                .fault("lost host")
                .on(10, 30)
                .build();

        assertThat(judge(journal, 1).status()).isEqualTo(Verdict.Status.PASS);
    }

    @Test
    void silentDarknessIsMeasuredByTheHealthyBoundNotByTheDeadline() {
        Journal journal = journal()
                .healthy()
                .served("transfer", 0, 10)
                .failing("transfer", new Interval(nanos(10), nanos(20)), AttemptReason.TIMEOUT, 1)
                .served("transfer", 20, 40)
                .fault("lost host")
                .on(10, 30)
                .build();

        Verdict.Measured measured = judge(journal, 30).measured().orElseThrow();

        assertThat(measured.low()).isLessThanOrEqualTo(10).isGreaterThan(9.9);
        assertThat(measured.high()).isGreaterThanOrEqualTo(10).isLessThan(10.1);
    }

    @Test
    void singleSlowAnswersOfABusySystemAreNoDarkness() {
        JournalDsl journal = journal().healthy().served("transfer", 0, 40);
        for (double at = 10.01; at < 39; at += 0.5) {
            journal.attempt("transfer", at, at + 0.4, AttemptReason.NONE);
        }

        Verdict verdict = judge(journal.fault("lost host").on(10, 30).build(), 1);

        assertThat(verdict.headline()).contains("noticed nothing");
    }

    @Test
    void freezeThatEveryoneSurvivesLateIsStillAnOutage() {
        JournalDsl journal = journal().healthy().served("transfer", 0, 10);
        for (double at = 10; at < 10.79; at += 0.02) {
            journal.attempt("transfer", at, 10.8 + (at - 10) / 10, AttemptReason.NONE);
        }
        journal.served("transfer", 10.9, 40);

        Verdict verdict = judge(journal.fault("lost host").on(10, 30).build(), 0.5);

        assertThat(verdict.reason()).contains(Reason.RECOVERED_TOO_LATE);
        assertThat(verdict.measured().orElseThrow().low()).isLessThanOrEqualTo(0.8);
        assertThat(verdict.measured().orElseThrow().high()).isBetween(0.8, 0.85);
    }

    @Test
    void silenceWhileOurJvmStoodStillIsNotBlamedOnTheSystem() {
        Journal journal = journal()
                .healthy()
                .served("transfer", 0, 15)
                .failing("transfer", new Interval(nanos(15), nanos(15.1)), AttemptReason.TIMEOUT, 1)
                .event(17, new Event.HarnessStalled(nanos(14.99), nanos(16.3)))
                .served("transfer", 16.3, 40)
                .fault("lost host")
                .on(10, 30)
                .build();

        Verdict verdict = judge(journal, 0.5);

        assertThat(verdict.status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
        assertThat(verdict.reason()).contains(Reason.HARNESS_OVERLOADED);
    }

    @Test
    void slowControlJourneyClearsTheSystemOfSilence() {
        Journal journal = journal()
                .healthy()
                .served("transfer", 0, 15)
                .served(Event.Attempt.CONTROL, 0, 15)
                .failing("transfer", new Interval(nanos(15), nanos(15.1)), AttemptReason.TIMEOUT, 1)
                .failing(
                        Event.Attempt.CONTROL,
                        new Interval(nanos(14.98), nanos(16)),
                        AttemptReason.NONE,
                        1.2)
                .served("transfer", 16.3, 40)
                .fault("lost host")
                .on(10, 30)
                .build();

        assertThat(judge(journal, 0.5).reason()).contains(Reason.HARNESS_OVERLOADED);
    }

    @Test
    void stallAtTheEdgeOfARealOutageWidensTheInterval() {
        JournalDsl real = dark(10, 20);
        Journal calm = real.fault("lost host").on(10, 30).build();
        Journal stalled = dark(10, 20)
                .event(12, new Event.HarnessStalled(nanos(9.99), nanos(10.5)))
                .fault("lost host")
                .on(10, 30)
                .build();

        Verdict.Measured narrow = judge(calm, 30).measured().orElseThrow();
        Verdict.Measured wide = judge(stalled, 30).measured().orElseThrow();

        assertThat(wide.low()).isLessThan(narrow.low() - 0.3);
        assertThat(wide.high()).isGreaterThanOrEqualTo(narrow.high());
    }

    /**
     * R27: whatever the limit near the truth, a limit inside the interval is never passed nor
     * failed.
     */
    @ParameterizedTest
    @CsvSource({"-0.003", "-0.001", "-0.0001", "0", "0.0001", "0.001", "0.003"})
    void limitNearTheTruthIsInconclusive(double offset) {
        Journal journal = dark(10, 20).fault("lost host").on(10, 30).build();

        assertThat(judge(journal, 10 + offset).reason()).contains(Reason.STRADDLES_LIMIT);
    }

    @Test
    void limitAtTheEdgesOfTheIntervalDecides() {
        Journal journal = dark(10, 20).fault("lost host").on(10, 30).build();
        Verdict.Measured measured = judge(journal, 30).measured().orElseThrow();

        assertThat(judge(journal, measured.high()).status()).isEqualTo(Verdict.Status.PASS);
        assertThat(judge(journal, measured.high() - 1e-6).status())
                .isEqualTo(Verdict.Status.INCONCLUSIVE);
        assertThat(judge(journal, measured.low()).status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
        assertThat(judge(journal, measured.low() - 1e-6).status()).isEqualTo(Verdict.Status.FAIL);
    }

    @Test
    void wallClockStepsDoNotMatter() {
        Journal one = dark(10, 20).fault("lost host").on(10, 30).build();
        Journal other = dark(10, 20)
                .wall(Instant.parse("2026-03-29T01:00:00Z"))
                .fault("lost host")
                .on(10, 30)
                .build();

        assertThat(judge(one, 30)).isEqualTo(judge(other, 30));
    }

    @Test
    void withoutAFaultThereIsNothingToRecoverFrom() {
        Journal journal = journal().healthy().served("transfer", 0, 40).build();

        assertThat(judge(journal, 30).reason()).contains(Reason.NOT_MEASURED);
    }

    @Test
    void withoutAttemptsAfterTheFaultNothingIsKnown() {
        Journal journal = journal()
                .healthy()
                .served("transfer", 0, 10)
                .fault("lost host")
                .on(10, 30)
                .build();

        assertThat(judge(journal, 30).reason()).contains(Reason.NOT_MEASURED);
    }

    @Test
    void roleThatMovedAndWhatTheSystemSawAreInTheDetails() {
        Journal journal = dark(10, 30)
                .role(6, "db1", Event.Ternary.YES)
                .role(28, "db2", Event.Ternary.YES)
                .component(15, "db2", "unhealthy")
                .fault("lost host")
                .on(10, 40)
                .build();

        Map<String, String> details = judge(journal, 30).details();

        assertThat(details.get("role primary moved after impact")).startsWith("17.9");
        assertThat(details.get("detected after impact")).isEqualTo("4.995 s (+-0.006)");
    }

    @Test
    void waitsForTheRecoveryAndALittleLonger() {
        Objective objective = Scenarios.recovery(30);

        assertThat(objective.awaits())
                .containsExactly(new Await(
                        new Trigger.Recovered("transfer", Duration.ofSeconds(5)),
                        Duration.ofSeconds(37),
                        Await.From.FIRST_FAULT));
    }

    private static JournalDsl dark(double from, double until) {
        return journal()
                .healthy()
                .served("transfer", 0, from)
                .refused("transfer", from, until)
                .served("transfer", until, until + 20);
    }

    static Verdict judge(Journal journal, double within) {
        Objective objective = Scenarios.recovery(within);
        return new RecoveryCheck().examine(objective, Scenarios.primaryLost(objective), journal);
    }

    private static Verdict judgeRepaired(Journal journal, double within) {
        Map<String, Object> settings =
                Map.of("of", "transfer", "within", Duration.ofNanos(nanos(within)), "by", "repair");
        Objective objective = Scenarios.objective(new RecoveryCheck(), settings);
        return new RecoveryCheck().examine(objective, Scenarios.primaryLost(objective), journal);
    }
}
