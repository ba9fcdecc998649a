package io.firedrill.run;

import static io.firedrill.run.TestScenarios.awaiting;
import static io.firedrill.run.TestScenarios.inject;
import static io.firedrill.run.TestScenarios.now;
import static io.firedrill.run.TestScenarios.recovered;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.Event.Ternary;
import io.firedrill.scenario.Await.From;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.Trigger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TimelineTests {
    private static final Objective RECOVERY = awaiting(recovered(2), 10, From.FIRST_FAULT);

    private static Move next(Scenario scenario, double seconds, Told journal) {
        return new Timeline(scenario).next(Told.nanos(seconds), journal);
    }

    private static Scenario healedWhen(Trigger trigger) {
        return TestScenarios.of(
                List.of(inject(now(), "vanish", "a"), new Step.Heal(trigger, "the fault")),
                List.of(RECOVERY));
    }

    @Test
    void theFirstStepIsDueWhenTheScriptBegins() {
        Move move = next(healedWhen(recovered(2)), 10, new Told().script(10));

        assertThat(move).isEqualTo(new Move.Due(0, false));
    }

    @Test
    void aTimedStepWaitsFromTheStepBeforeIt() {
        Scenario scenario = healedWhen(new Trigger.After(Duration.ofSeconds(3)));
        Told journal = new Told().script(10).injected(12);

        assertThat(next(scenario, 14.9, journal)).isInstanceOf(Move.NotYet.class);
        assertThat(next(scenario, 15, journal)).isEqualTo(new Move.Due(1, false));
    }

    @Test
    void recoveredIsDueOnceTheJourneyHasHeld() {
        Told journal =
                new Told().script(10).served(5, 12).injected(12).refused(12, 14).served(14, 20);

        assertThat(next(healedWhen(recovered(2)), 17.9, upTo(17.9)))
                .isInstanceOf(Move.NotYet.class);
        assertThat(next(healedWhen(recovered(2)), 18.1, upTo(18.1)))
                .isEqualTo(new Move.Due(1, false));
        assertThat(next(healedWhen(recovered(2)), 20, journal)).isEqualTo(new Move.Due(1, false));
    }

    private static Told upTo(double seconds) {
        return new Told().script(10).served(5, 12).injected(12).refused(12, 14).served(14, seconds);
    }

    @Test
    void aFlappingJourneyHasNotRecovered() {
        Told journal = new Told().script(10).injected(12);
        for (double at = 12; at < 18; at += 1) {
            journal.refused(at, at + 0.1).served(at + 0.1, at + 1);
        }

        assertThat(next(healedWhen(recovered(2)), 18, journal)).isInstanceOf(Move.NotYet.class);
    }

    @Test
    void aJourneyWhoseAttemptsNeverEndHasNotRecovered() {
        Told journal = new Told().script(10).injected(12).served(12.1, 13).hanging(40);

        assertThat(next(healedWhen(recovered(2)), 15.5, journal)).isInstanceOf(Move.NotYet.class);
    }

    @Test
    void attemptsThatHangAmongServedOnesAreMisses() {
        Told journal = new Told().script(10).injected(12);
        for (double at = 12; at < 17; at += 0.2) {
            journal.served(at, at + 0.1).hanging(2);
        }

        assertThat(next(healedWhen(recovered(2)), 17, journal)).isInstanceOf(Move.NotYet.class);
    }

    @Test
    void aHealWhoseTriggerDoesNotComeIsCarriedOutWhenItsObjectiveIsDecided() {
        Told journal = new Told().script(10).injected(12).refused(12, 25);

        assertThat(next(healedWhen(recovered(2)), 23.9, journal)).isInstanceOf(Move.NotYet.class);
        assertThat(next(healedWhen(recovered(2)), 24.1, journal)).isEqualTo(new Move.Due(1, true));
    }

    @Test
    void roleMovedNeedsAnotherHolderThanAtTheInjection() {
        Scenario scenario = healedWhen(new Trigger.RoleMoved("primary"));
        Told journal = new Told()
                .script(10)
                .holds(11, "a", Ternary.YES)
                .holds(11, "b", Ternary.NO)
                .injected(12);

        assertThat(next(scenario, 13, journal)).isInstanceOf(Move.NotYet.class);
        journal.holds(13, "a", Ternary.UNKNOWN).holds(14, "b", Ternary.YES);
        assertThat(next(scenario, 15, journal)).isEqualTo(new Move.Due(1, false));
    }

    @Test
    void failingNeedsAMissAndNoService() {
        Scenario scenario = healedWhen(new Trigger.Failing("pay", Duration.ofSeconds(2)));
        Told journal = new Told().script(10).served(8, 12).injected(12).refused(12, 15);

        assertThat(next(scenario, 13.5, journal)).isInstanceOf(Move.NotYet.class);
        assertThat(next(scenario, 14.2, journal)).isEqualTo(new Move.Due(1, false));
    }

    @Test
    void whatIsNotHealedByTheScriptIsHealedOnceTheObjectivesAreDecided() {
        Scenario scenario =
                TestScenarios.of(List.of(inject(now(), "vanish", "a")), List.of(RECOVERY));
        Told journal = new Told().script(10).injected(12).refused(12, 14);

        assertThat(next(scenario, 15, journal)).isInstanceOf(Move.NotYet.class);
        assertThat(next(scenario, 24.1, journal)).isEqualTo(new Move.HealRest());
        assertThat(next(scenario, 19, journal.served(14, 19))).isEqualTo(new Move.HealRest());
    }

    @Test
    void rejoiningIsWaitedForAfterTheLastHeal() {
        Objective rejoined = awaiting(new Trigger.Rejoined("the fault"), 60, From.LAST_HEAL);
        Scenario scenario = TestScenarios.of(
                List.of(inject(now(), "vanish", "a"), new Step.Heal(now(), "the fault")),
                List.of(rejoined));
        Told journal = new Told()
                .seen(1, "a", "healthy")
                .script(10)
                .holds(11, "a", Ternary.YES)
                .holds(11, "b", Ternary.NO)
                .injected(12)
                .healed(13)
                .seen(13, "a", "die")
                .seen(13, "a", "start")
                .holds(14, "a", Ternary.NO);

        assertThat(next(scenario, 15, journal)).isInstanceOf(Move.NotYet.class);
        journal.seen(16, "a", "healthy");
        assertThat(next(scenario, 17, journal)).isInstanceOf(Move.NotYet.class);
        journal.holds(18, "b", Ternary.YES);
        assertThat(next(scenario, 18, journal)).isEqualTo(new Move.Done());
    }
}
