package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Moment;
import io.firedrill.scenario.Objective;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnaffectedAndInvariantCheckTests {

    @Test
    void journeyWithoutAMissIsUnaffectedAndWithOneIsAffected() {
        Map<String, Object> settings = Map.of("of", "transfer");
        JournalDsl fine = journal().healthy().served("transfer", 0, 40);
        JournalDsl missed =
                journal().healthy().served("transfer", 0, 40).refused("transfer", 20, 20.01);
        JournalDsl missedLater =
                journal().healthy().served("transfer", 0, 40).refused("transfer", 35, 35.01);

        assertThat(unaffected(fine, settings).status()).isEqualTo(Verdict.Status.PASS);
        assertThat(unaffected(missed, settings).reason()).contains(Reason.AFFECTED);
        assertThat(unaffected(missed, settings).status()).isEqualTo(Verdict.Status.FAIL);
        assertThat(unaffected(missedLater, settings).status()).isEqualTo(Verdict.Status.PASS);
    }

    /** Ten stalls of 40 ms in a second are more than a quarter of it, ten of 20 ms are not. */
    @Test
    void missWhileTheMachineWasStarvedIsNotHeldAgainstTheSystem() {
        Map<String, Object> settings = Map.of("of", "transfer");

        assertThat(unaffected(missAmidStalls(0.040), settings).status())
                .isEqualTo(Verdict.Status.INCONCLUSIVE);
        assertThat(unaffected(missAmidStalls(0.040), settings).reason())
                .contains(Reason.HARNESS_OVERLOADED);
        assertThat(unaffected(missAmidStalls(0.020), settings).reason()).contains(Reason.AFFECTED);
    }

    private static JournalDsl missAmidStalls(double each) {
        JournalDsl journal =
                journal().healthy().served("transfer", 0, 40).refused("transfer", 20, 20.5);
        for (int at = 0; at < 15; at++) {
            double begin = 19 + at * 0.1;
            long end = JournalDsl.nanos(begin + each);
            journal.event(begin, new Event.HarnessStalled(JournalDsl.nanos(begin), end));
        }
        return journal;
    }

    @Test
    void journeyWithoutAttemptsDuringTheFaultsIsNotMeasured() {
        JournalDsl journal = journal().healthy().served("transfer", 0, 9);

        assertThat(unaffected(journal, Map.of("of", "transfer")).reason())
                .contains(Reason.NOT_MEASURED);
    }

    @Test
    void componentThatDiesWhileTheFaultsAreOnIsAffected() {
        Map<String, Object> settings = Map.of("component", "portal-1");
        JournalDsl fine =
                journal().healthy().component(5, "portal-1", "die").component(20, "db1", "die");
        JournalDsl dead = journal().healthy().component(20, "portal-1", "die");

        assertThat(unaffected(fine, settings).status()).isEqualTo(Verdict.Status.PASS);
        assertThat(unaffected(dead, settings).headline())
                .startsWith(
                        "unaffected: portal-1 was affected: die 10.000 s after the first fault");
    }

    @Test
    void namingNeitherJourneyNorComponentIsNotMeasured() {
        assertThat(unaffected(journal().healthy(), Map.of()).reason())
                .contains(Reason.NOT_MEASURED);
    }

    @Test
    void invariantThatHoldsBeforeAndAfterIsPass() {
        Verdict verdict =
                invariant(Map.of(), read(Moment.BEFORE, true, "0"), read(Moment.AFTER, true, "0"));

        assertThat(verdict.status()).isEqualTo(Verdict.Status.PASS);
    }

    @Test
    void invariantThatNoLongerHoldsIsBrokenWithExpectedAndActual() {
        Verdict verdict = invariant(
                Map.of(), read(Moment.BEFORE, true, "0"), read(Moment.AFTER, false, "-7"));

        assertThat(verdict.reason()).contains(Reason.INVARIANT_BROKEN);
        assertThat(verdict.headline())
                .startsWith("invariant: broken after the drill: expected 0, and was -7");
    }

    @Test
    void invariantOfTheSameValueIsBrokenWhereItChanged() {
        Map<String, Object> same = Map.of("same", "$.sum");

        assertThat(invariant(same, read(Moment.BEFORE, true, "5"), read(Moment.AFTER, true, "6"))
                        .reason())
                .contains(Reason.INVARIANT_BROKEN);
        assertThat(invariant(same, read(Moment.BEFORE, true, "5"), read(Moment.AFTER, true, "5"))
                        .status())
                .isEqualTo(Verdict.Status.PASS);
    }

    @Test
    void invariantThatWasBrokenBeforeSaysNothingOfTheDrill() {
        Verdict verdict = invariant(
                Map.of(), read(Moment.BEFORE, false, "1"), read(Moment.AFTER, false, "1"));

        assertThat(verdict.status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
        assertThat(verdict.reason()).contains(Reason.BASELINE_NOT_HEALTHY);
    }

    @Test
    void invariantThatWasNotReadIsNotMeasured() {
        Event.InvariantRead unread =
                new Event.InvariantRead("invariant", Moment.AFTER, false, false, "0", "timeout");

        assertThat(invariant(Map.of(), read(Moment.BEFORE, true, "0"), unread).headline())
                .startsWith("invariant: it was not read after the drill: timeout");
        assertThat(invariant(Map.of(), read(Moment.AFTER, true, "0"), read(Moment.AFTER, true, "0"))
                        .reason())
                .contains(Reason.NOT_MEASURED);
    }

    private static Event.InvariantRead read(Moment moment, boolean holds, String actual) {
        return new Event.InvariantRead("invariant", moment, true, holds, "0", actual);
    }

    private static Verdict invariant(Map<String, Object> settings, Event before, Event after) {
        Objective objective = Scenarios.objective(new InvariantCheck(), settings);
        JournalDsl journal = journal().healthy().event(4, before).event(90, after);
        return new InvariantCheck()
                .examine(objective, Scenarios.primaryLost(objective), journal.build());
    }

    private static Verdict unaffected(JournalDsl journal, Map<String, Object> settings) {
        Objective objective = Scenarios.objective(new UnaffectedCheck(), settings);
        return new UnaffectedCheck()
                .examine(
                        objective,
                        Scenarios.primaryLost(objective),
                        journal.fault("lost host").on(10, 30).build());
    }
}
