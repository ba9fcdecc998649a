package io.firedrill.run;

import static io.firedrill.run.TestScenarios.awaiting;
import static io.firedrill.run.TestScenarios.inject;
import static io.firedrill.run.TestScenarios.now;
import static io.firedrill.run.TestScenarios.recovered;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.Event;
import io.firedrill.scenario.Await.From;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the timeline waits for, how long, and what it says meanwhile. */
final class TimelineWaitsTests {
    private static final Objective RECOVERY = awaiting(recovered(2), 10, From.FIRST_FAULT);
    private static final Objective REJOINED =
            awaiting(new Trigger.Rejoined("a"), 60, From.LAST_HEAL);
    private static final List<Step> INJECTED = List.of(inject(now(), "vanish", "a"));

    private record Said(Trigger trigger, String words) {}

    static List<Said> triggers() {
        return List.of(
                new Said(new Trigger.After(Duration.ofSeconds(90)), "90000 ms to pass"),
                new Said(recovered(2), "pay to recover"),
                new Said(new Trigger.Failing("pay", Duration.ofSeconds(2)), "pay to fail"),
                new Said(new Trigger.RoleMoved("primary"), "the role primary to move"),
                new Said(new Trigger.RoleBack("primary"), "the role primary to be back"),
                new Said(new Trigger.Told("resolved"), "people to be told of 'resolved'"),
                new Said(new Trigger.Rejoined("a"), "a to rejoin"));
    }

    @ParameterizedTest
    @MethodSource("triggers")
    void saysWhatAStepWaitsFor(Said said) {
        Scenario scenario = healedWhen(said.trigger(), RECOVERY);
        Told journal = new Told().script(10).injected(12).seen(12, "a", "die");

        assertThat(next(scenario, 13, journal)).isEqualTo(new Move.NotYet(said.words()));
    }

    @Test
    void aTriggerIsWorthWaitingForAsLongAsTheObjectivesOfTheFaultsAreUndecided() {
        Scenario scenario = healedWhen(recovered(2), RECOVERY, REJOINED);
        Told journal = new Told().script(10).injected(12).refused(12, 25);

        assertThat(next(scenario, 24, journal)).isInstanceOf(Move.NotYet.class);
        assertThat(next(scenario, 24.001, journal)).isEqualTo(new Move.Due(1, true));
    }

    @Test
    void peopleAreToldWhereSomeChannelOrPageSaysSoAfterTheFault() {
        Objective told = awaiting(new Trigger.Told("resolved"), 60, From.FIRST_FAULT);
        Scenario scenario = TestScenarios.of(INJECTED, List.of(told));
        Told early = new Told().script(10).at(11, notice(11, "resolved")).injected(12);
        Told other = new Told().script(10).injected(12).at(13, notice(13, "monitoring"));
        Told noticed = new Told().script(10).injected(12).at(13, notice(13, "resolved"));
        Told shown = new Told().script(10).injected(12).at(13, page(13, "resolved"));

        assertThat(next(scenario, 14, early)).isInstanceOf(Move.NotYet.class);
        assertThat(next(scenario, 14, other)).isInstanceOf(Move.NotYet.class);
        assertThat(next(scenario, 14, noticed)).isInstanceOf(Move.HealRest.class);
        assertThat(next(scenario, 14, shown)).isInstanceOf(Move.HealRest.class);
    }

    private static Event notice(double seconds, String state) {
        long at = Told.nanos(seconds);
        return new Event.NoticeReceived(
                "mail", "ada", "m1", null, Map.of("state", state), List.of(), "", at, at);
    }

    private static Event page(double seconds, String state) {
        long at = Told.nanos(seconds);
        return new Event.PageRead(
                "page", true, 200, true, Map.of("state", state), List.of(), "", at, at);
    }

    @Test
    void aTimeIsAlwaysWaitedFor() {
        Trigger late = new Trigger.After(Duration.ofSeconds(60));
        Told journal = new Told().script(10).injected(12);

        assertThat(next(healedWhen(late, RECOVERY), 71, journal)).isInstanceOf(Move.NotYet.class);
        assertThat(next(healedWhen(late, RECOVERY), 72, journal)).isEqualTo(new Move.Due(1, false));
    }

    @Test
    void whatCountsFromTheHealDoesNotPutTheHealOff() {
        Scenario scenario = TestScenarios.of(INJECTED, List.of(REJOINED));
        Told journal = new Told().script(10).injected(12).seen(12, "a", "die");

        assertThat(next(scenario, 13, journal)).isEqualTo(new Move.HealRest());
    }

    @Test
    void anObjectiveIsWaitedForToTheVeryEndOfItsTimeAndTheMargin() {
        Scenario scenario = TestScenarios.of(INJECTED, List.of(RECOVERY));
        Told journal = new Told().script(10).injected(12).refused(12, 25);

        assertThat(next(scenario, 24, journal)).isEqualTo(new Move.NotYet("pay to recover"));
        assertThat(next(scenario, 24.001, journal)).isEqualTo(new Move.HealRest());
    }

    @Test
    void whatCountsFromTheFaultIsNotWaitedForAgainAfterTheHeal() {
        Scenario scenario = healedWhen(now(), RECOVERY);
        Told journal = new Told().script(10).injected(12).healed(20).refused(12, 25);

        assertThat(next(scenario, 24.1, journal)).isEqualTo(new Move.Done());
    }

    @Test
    void aRoleIsWaitedForUntilItsOldHolderAloneHasItAgain() {
        Objective failback = awaiting(new Trigger.RoleBack("primary"), 20, From.LAST_HEAL);
        Scenario scenario = healedWhen(now(), failback);
        Told journal = new Told()
                .script(10)
                .holds(11, "a", Event.Ternary.YES)
                .injected(12)
                .holds(14, "a", Event.Ternary.NO)
                .holds(15, "b", Event.Ternary.YES)
                .healed(30)
                .holds(33, "a", Event.Ternary.YES);

        assertThat(next(scenario, 34, journal))
                .isEqualTo(new Move.NotYet("the role primary to be back"));
        journal.holds(35, "b", Event.Ternary.NO);
        assertThat(next(scenario, 36, journal)).isInstanceOf(Move.Done.class);
    }

    @Test
    void writesAreAskedForOnceTheirCustomersAreServedCalmly() {
        Scenario scenario = reconciled();

        assertThat(next(scenario, 31, served(31))).isEqualTo(new Move.NotYet("pay to be calm"));
        assertThat(next(scenario, 37, served(37))).isEqualTo(new Move.Done());
    }

    @Test
    void customersWhoseWritesNobodyAsksForNeedNotBeCalm() {
        Scenario scenario = healedWhen(now());

        assertThat(next(scenario, 31, served(31))).isEqualTo(new Move.Done());
    }

    @Test
    void calmIsNotWaitedForLongerThanItIsWorth() {
        Told journal = new Told().script(10).injected(12).healed(30).refused(12, 80);

        assertThat(next(reconciled(), 75, journal)).isEqualTo(new Move.NotYet("pay to be calm"));
        assertThat(next(reconciled(), 75.001, journal)).isEqualTo(new Move.Done());
    }

    /** Refused from 12 s to 30.5 s, healed at 30 s. */
    private static Told served(double until) {
        return new Told().script(10).injected(12).healed(30).refused(12, 30.5).served(30.5, until);
    }

    private static Scenario reconciled() {
        return TestScenarios.reconciling(script(now()), List.of());
    }

    private static Scenario healedWhen(Trigger trigger, Objective... objectives) {
        return TestScenarios.of(script(trigger), List.of(objectives));
    }

    private static List<Step> script(Trigger heal) {
        return List.of(inject(now(), "vanish", "a"), new Step.Heal(heal, "the fault"));
    }

    private static Move next(Scenario scenario, double seconds, Told journal) {
        return new Timeline(scenario).next(Told.nanos(seconds), journal);
    }
}
