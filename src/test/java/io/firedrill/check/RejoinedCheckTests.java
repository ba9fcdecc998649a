package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.Event.Ternary;
import io.firedrill.scenario.Objective;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RejoinedCheckTests {

    @Test
    void componentThatIsBackAsStandbyInTimeIsPass() {
        Verdict verdict = judge(lost().component(32, "db1", "start")
                .role(33, "db1", Ternary.NO)
                .component(35, "db1", "healthy"));

        assertThat(verdict.status()).isEqualTo(Verdict.Status.PASS);
        assertThat(verdict.measured().orElseThrow().low()).isBetween(4.98, 5.0);
        assertThat(verdict.measured().orElseThrow().high()).isBetween(5.0, 5.02);
        assertThat(verdict.details())
                .containsEntry("role primary", "db1 does not hold it; holders: [db2]");
    }

    @Test
    void componentThatIsBackTooLateIsFail() {
        Verdict verdict = judge(lost().component(32, "db1", "start")
                .role(33, "db1", Ternary.NO)
                .component(55, "db1", "healthy"));

        assertThat(verdict.reason()).contains(Reason.REJOINED_TOO_LATE);
    }

    @Test
    void componentThatStaysUnhealthyIsNotRejoined() {
        Verdict verdict = judge(lost().component(32, "db1", "start")
                .role(33, "db1", Ternary.NO)
                .component(35, "db1", "unhealthy"));

        assertThat(verdict.status()).isEqualTo(Verdict.Status.FAIL);
        assertThat(verdict.reason()).contains(Reason.NOT_REJOINED);
        assertThat(verdict.headline()).contains("rejoined: db1 is not healthy, ");
    }

    @Test
    void healthThatDoesNotLastIsNotRejoined() {
        Verdict verdict = judge(lost().component(32, "db1", "start")
                .role(33, "db1", Ternary.NO)
                .component(35, "db1", "healthy")
                .component(38, "db1", "unhealthy"));

        assertThat(verdict.reason()).contains(Reason.NOT_REJOINED);
    }

    @Test
    void twoPrimariesAtOnceAreNotRejoined() {
        Verdict verdict = judge(lost().component(32, "db1", "start")
                .role(33, "db1", Ternary.YES)
                .component(35, "db1", "healthy"));

        assertThat(verdict.reason()).contains(Reason.NOT_REJOINED);
        assertThat(verdict.headline()).contains("db1 and db2 are primary at once");
    }

    @Test
    void roleThatNobodyTookOverLeavesThePlaceUnknown() {
        JournalDsl journal = journal()
                .healthy()
                .role(4, "db1", Ternary.YES)
                .role(4.1, "db2", Ternary.NO)
                .component(10.05, "db1", "die")
                .component(32, "db1", "start")
                .role(33, "db1", Ternary.NO)
                .component(35, "db1", "healthy");

        assertThat(judge(journal).reason()).contains(Reason.NOT_MEASURED);
    }

    @Test
    void componentThatRestartsByItselfCountsFromItsDeath() {
        JournalDsl journal = journal()
                .healthy()
                .component(10.05, "db1", "die")
                .component(11, "db1", "start")
                .role(4, "db1", Ternary.NO)
                .role(4, "db2", Ternary.YES)
                .component(13.05, "db1", "healthy");

        assertThat(judge(journal).measured().orElseThrow().low()).isBetween(2.98, 3.0);
    }

    @Test
    void componentWithoutHealthCountsAsHealthyWhenStartedAndSaysSo() {
        Verdict verdict = judge(lost().component(32, "db1", "start").role(33, "db1", Ternary.NO));

        assertThat(verdict.status()).isEqualTo(Verdict.Status.PASS);
        assertThat(verdict.details()).containsKey("health");
    }

    @Test
    void takingTheSystemDownIsNoDeath() {
        JournalDsl journal = lost().component(32, "db1", "start")
                .role(33, "db1", Ternary.NO)
                .ended(70)
                .component(71, "db1", "die");

        assertThat(judge(journal).status()).isEqualTo(Verdict.Status.PASS);
    }

    @Test
    void timeTooShortToTellIsNotMeasured() {
        JournalDsl journal = lost().component(32, "db1", "start")
                .component(33, "db1", "unhealthy")
                .ended(40);

        assertThat(judge(journal).reason()).contains(Reason.NOT_MEASURED);
    }

    @Test
    void componentThatWasNeverHealedIsNotMeasured() {
        Objective objective = objective();
        Verdict verdict = new RejoinedCheck()
                .examine(
                        objective,
                        Scenarios.primaryLost(objective),
                        lost().fault("lost host").at(10).build());

        assertThat(verdict.reason()).contains(Reason.NOT_MEASURED);
    }

    private static JournalDsl lost() {
        return journal()
                .healthy()
                .role(4, "db1", Ternary.YES)
                .role(4.1, "db2", Ternary.NO)
                .component(10.05, "db1", "pause")
                .role(11, "db1", Ternary.UNKNOWN)
                .role(28, "db2", Ternary.YES)
                .component(30, "db1", "die")
                .component(80, "portal-1", "healthy");
    }

    private static Verdict judge(JournalDsl journal) {
        Objective objective = objective();
        return new RejoinedCheck()
                .examine(
                        objective,
                        Scenarios.primaryLost(objective),
                        journal.fault("lost host").on(10, 30).build());
    }

    private static Objective objective() {
        return Scenarios.objective(
                new RejoinedCheck(),
                Map.of("component", "lost host", "within", Duration.ofSeconds(20)));
    }
}
