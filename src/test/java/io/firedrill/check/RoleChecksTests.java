package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.Event.Ternary;
import io.firedrill.scenario.Objective;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code role-moved} and {@code on-standby}: db1 is primary, and lost from 10 s to 40 s. */
class RoleChecksTests {

    private static JournalDsl primaryIsDb1() {
        return journal().healthy().role(4, "db1", Ternary.YES).role(4, "db2", Ternary.NO);
    }

    private static JournalDsl movedAt(double seconds) {
        return primaryIsDb1()
                .role(11, "db1", Ternary.UNKNOWN)
                .role(seconds, "db2", Ternary.YES)
                .role(45, "db1", Ternary.NO);
    }

    private static Verdict moved(JournalDsl journal) {
        RoleMovedCheck check = new RoleMovedCheck();
        Map<String, Object> settings = Map.of("role", "primary", "within", Duration.ofSeconds(20));
        return examine(check, Scenarios.objective(check, settings), journal);
    }

    private static Verdict examine(Check check, Objective objective, JournalDsl journal) {
        journal.fault("lost host").on(10, 40).ended(60);
        return check.examine(objective, Scenarios.primaryLost(objective), journal.build());
    }

    @Test
    void aRoleThatMovedInTimePassesAndOneThatMovedTooLateFails() {
        Verdict soon = moved(movedAt(25));
        Verdict late = moved(movedAt(35));

        assertThat(soon.status()).isEqualTo(Verdict.Status.PASS);
        assertThat(soon.headline())
                .startsWith("role-moved: the role moved from db1 to db2 14.95 s (+-0.06)"
                        + " after the first fault, limit 20 s");
        assertThat(late.reason()).contains(Reason.ROLE_MOVED_TOO_LATE);
    }

    @Test
    void aMoveAtTheLimitIsInsideTheError() {
        assertThat(moved(movedAt(30.05)).reason()).contains(Reason.STRADDLES_LIMIT);
    }

    @Test
    void aRoleThatNobodyTookOverFails() {
        Verdict verdict = moved(primaryIsDb1().role(11, "db1", Ternary.UNKNOWN));

        assertThat(verdict.reason()).contains(Reason.ROLE_NOT_MOVED);
        assertThat(verdict.headline())
                .startsWith("role-moved: nobody took the role over from db1, 49.999 s after the"
                        + " first fault, limit 20 s");
    }

    @Test
    void aRoleThatCameBackToItsOldHolderDidNotMove() {
        JournalDsl journal =
                primaryIsDb1().role(11, "db1", Ternary.UNKNOWN).role(20, "db1", Ternary.YES);

        assertThat(moved(journal).reason()).contains(Reason.ROLE_NOT_MOVED);
    }

    @Test
    void aRoleThatIsHeldTwiceInTheEndFails() {
        assertThat(moved(movedAt(15).role(50, "db1", Ternary.YES)).reason())
                .contains(Reason.ROLE_HELD_TWICE);
    }

    @Test
    void whatWasNotWatchedForLongEnoughOrHadNoHolderIsNotMeasured() {
        RoleMovedCheck check = new RoleMovedCheck();
        Objective objective = Scenarios.objective(
                check, Map.of("role", "primary", "within", Duration.ofSeconds(80)));
        JournalDsl nobody = journal().healthy().role(4, "db1", Ternary.NO);

        assertThat(examine(check, objective, primaryIsDb1()).reason())
                .contains(Reason.NOT_MEASURED);
        assertThat(moved(nobody.role(15, "db2", Ternary.YES)).reason())
                .contains(Reason.NOT_MEASURED);
        assertThat(check.examine(
                                objective,
                                Scenarios.primaryLost(objective),
                                primaryIsDb1().ended(60).build())
                        .reason())
                .contains(Reason.NOT_MEASURED);
    }

    private static Verdict onStandby(JournalDsl journal, Map<String, Object> some) {
        OnStandbyCheck check = new OnStandbyCheck();
        Map<String, Object> settings = new HashMap<>(
                Map.of("role", "primary", "for", Duration.ofSeconds(20), "of", "transfer"));
        settings.putAll(some);
        return examine(check, Scenarios.objective(check, settings), journal);
    }

    private static JournalDsl servedFrom(double seconds) {
        return movedAt(25)
                .served("transfer", 0, 10)
                .refused("transfer", 10, seconds)
                .served("transfer", seconds, 60);
    }

    @Test
    void aStandbyThatServesAllForTheTimePasses() {
        Verdict verdict = onStandby(servedFrom(26), Map.of());

        assertThat(verdict.status()).as(verdict.headline()).isEqualTo(Verdict.Status.PASS);
        assertThat(verdict.headline())
                .startsWith("on-standby: 100 % of the attempts of transfer were served in 20.000 s"
                        + " on the standby");
        assertThat(onStandby(servedFrom(26), Map.of("load", 50.0)).status())
                .isEqualTo(Verdict.Status.PASS);
    }

    @Test
    void aStandbyThatServesTooFewFails() {
        JournalDsl journal = movedAt(25)
                .served("transfer", 0, 10)
                .refused("transfer", 10, 26)
                .served("transfer", 26, 30)
                .refused("transfer", 30, 33)
                .served("transfer", 33, 60);

        assertThat(onStandby(journal, Map.of()).reason()).contains(Reason.TOO_FEW_SERVED);
    }

    @Test
    void aRoleThatGoesBackTooSoonFails() {
        JournalDsl gone = servedFrom(26).role(36, "db2", Ternary.NO);
        JournalDsl two = servedFrom(26).role(36, "db1", Ternary.YES);
        JournalDsl later = servedFrom(26).role(50, "db1", Ternary.YES);
        JournalDsl atTheEnd = servedFrom(26).role(46.05, "db1", Ternary.YES);

        assertThat(onStandby(gone, Map.of()).reason()).contains(Reason.LEFT_STANDBY);
        assertThat(onStandby(two, Map.of()).reason()).contains(Reason.LEFT_STANDBY);
        assertThat(onStandby(later, Map.of()).status()).isEqualTo(Verdict.Status.PASS);
        assertThat(onStandby(atTheEnd, Map.of()).reason()).contains(Reason.STRADDLES_LIMIT);
    }

    @Test
    void lessThanTheStatedLoadOrTimeShowsNothing() {
        Map<String, Object> longer = Map.of("for", Duration.ofSeconds(50));

        assertThat(onStandby(servedFrom(26), Map.of("load", 80.0)).reason())
                .contains(Reason.NOT_MEASURED);
        assertThat(onStandby(servedFrom(26), longer).reason()).contains(Reason.NOT_MEASURED);
        assertThat(onStandby(primaryIsDb1().served("transfer", 0, 60), Map.of()).reason())
                .contains(Reason.NOT_MEASURED);
        assertThat(onStandby(movedAt(25).served("transfer", 0, 10), Map.of()).reason())
                .contains(Reason.NOT_MEASURED);
    }
}
