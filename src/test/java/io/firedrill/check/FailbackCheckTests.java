package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.firedrill.journal.Event.Ternary;
import io.firedrill.scenario.Objective;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** db1 is primary; at 10 s it is switched over to db2, and from 30 s on back again. */
class FailbackCheckTests {

    private static JournalDsl there() {
        return journal()
                .healthy()
                .role(4, "db1", Ternary.YES)
                .role(4, "db2", Ternary.NO)
                .role(12, "db1", Ternary.NO)
                .role(13, "db2", Ternary.YES);
    }

    private static JournalDsl backAt(double seconds) {
        return there().role(seconds - 1, "db2", Ternary.NO).role(seconds, "db1", Ternary.YES);
    }

    private static Objective objective(Map<String, Object> some) {
        Map<String, Object> settings =
                new HashMap<>(Map.of("role", "primary", "within", Duration.ofSeconds(10)));
        settings.putAll(some);
        return Scenarios.objective(new FailbackCheck(), settings);
    }

    private static Verdict judged(JournalDsl journal) {
        return judged(journal, Map.of());
    }

    private static Verdict judged(JournalDsl journal, Map<String, Object> settings) {
        Objective objective = objective(settings);
        journal.fault("lost host").on(10, 30).ended(60);
        return new FailbackCheck()
                .examine(objective, Scenarios.primaryLost(objective), journal.build());
    }

    @Test
    void aRoleThatIsBackInTimePassesAndOneThatIsBackTooLateFails() {
        Verdict soon = judged(backAt(34));
        Verdict late = judged(backAt(45));

        assertThat(soon.status()).isEqualTo(Verdict.Status.PASS);
        assertThat(soon.headline())
                .startsWith("failback: the role was back with db1 3.95 s (+-0.05) after the last"
                        + " heal began, limit 10 s");
        assertThat(soon.details())
                .containsEntry("role there", "2.95 s (+-0.06) after the first fault");
        assertThat(late.reason()).contains(Reason.FAILED_BACK_TOO_LATE);
        assertThat(judged(backAt(40.05)).reason()).contains(Reason.STRADDLES_LIMIT);
    }

    @Test
    void aRoleThatStaysOnTheStandbyFails() {
        Verdict verdict = judged(there());

        assertThat(verdict.reason()).contains(Reason.NOT_FAILED_BACK);
        assertThat(verdict.headline())
                .startsWith("failback: the role was not back with db1, 30.000 s after the last heal"
                        + " began, but held by [db2], limit 10 s");
    }

    @Test
    void aRoleThatNobodyHoldsInTheEndOrThatLeavesAgainIsNotBack() {
        assertThat(judged(there().role(35, "db2", Ternary.NO)).reason())
                .contains(Reason.NOT_FAILED_BACK);
        assertThat(judged(backAt(34).role(50, "db1", Ternary.NO)).reason())
                .contains(Reason.NOT_FAILED_BACK);
    }

    @Test
    void aRoleThatTwoHoldIsNotBackBeforeOneOfThemHasLetGo() {
        JournalDsl twoForAWhile = there().role(33, "db1", Ternary.YES).role(38, "db2", Ternary.NO);

        assertThat(judged(there().role(33, "db1", Ternary.YES)).reason())
                .contains(Reason.ROLE_HELD_TWICE);
        assertThat(judged(twoForAWhile).measured())
                .hasValueSatisfying(it -> assertThat(it.low()).isGreaterThan(7.8));
    }

    @Test
    void whatNeverMovedOrWasNotWatchedForLongEnoughIsNotMeasured() {
        JournalDsl stayed = journal().healthy().role(4, "db1", Ternary.YES);
        Map<String, Object> patient = Map.of("within", Duration.ofSeconds(40));

        assertThat(judged(stayed).reason()).contains(Reason.NOT_MEASURED);
        assertThat(judged(there(), patient).reason()).contains(Reason.NOT_MEASURED);
    }

    @Test
    void whatCustomersFeltIsTimedOnBothWays() {
        JournalDsl journal = backAt(34)
                .served("transfer", 0, 11)
                .refused("transfer", 11, 13)
                .served("transfer", 13, 32)
                .refused("transfer", 32, 35)
                .served("transfer", 35, 60);

        Verdict verdict = judged(journal, Map.of("of", "transfer"));

        assertThat(verdict.details())
                .containsEntry("interruption there", "2.00 s (+-0.03)")
                .containsEntry("interruption back", "3.00 s (+-0.03)");
    }

    @Test
    void anInterruptionThatNobodyFeltOrThatIsNotOverIsSaidAsThat() {
        JournalDsl journal = backAt(34).served("transfer", 0, 32).refused("transfer", 32, 60);

        Verdict verdict = judged(journal, Map.of("of", "transfer"));

        assertThat(verdict.details().get("interruption there")).startsWith("none seen; up to ");
        assertThat(verdict.details().get("interruption back")).startsWith("not over after 2");
    }

    @Test
    void thatThereWasNoWayBackFollowsFromARoleThatNeverMoved() {
        Objective moved = Scenarios.objective(
                new RoleMovedCheck(), Map.of("role", "primary", "within", Duration.ofSeconds(5)));
        JournalDsl stayed = journal()
                .healthy()
                .served("transfer", 0, 60)
                .role(4, "db1", Ternary.YES)
                .role(4, "db2", Ternary.NO);
        stayed.fault("lost host").on(10, 30).ended(60);

        DrillResult result = Judge.withAllChecks()
                .judge(Scenarios.primaryLost(moved, objective(Map.of())), stayed.build());

        assertThat(result.causes())
                .extracting(Verdict::id, it -> it.reason().orElseThrow())
                .containsExactly(tuple("role-moved", Reason.ROLE_NOT_MOVED));
    }
}
