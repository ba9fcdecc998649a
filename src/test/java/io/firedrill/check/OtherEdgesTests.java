package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Moment;
import io.firedrill.journal.Event.Ternary;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Await;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Trigger;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where one rule of rejoined, unaffected and invariant ends and the next one begins. */
class OtherEdgesTests {

    @Test
    void rejoinedWithinTheLimitDownToTheNanosecond() {
        Verdict.Measured took = rejoined(back(35), 20).measured().orElseThrow();
        assertThat(rejoined(back(35), 20).events()).as("of db1 and of its role").hasSize(5);

        assertThat(rejoined(back(35), took.high()).status()).isEqualTo(Verdict.Status.PASS);
        assertThat(rejoined(back(35), took.high() - 1e-9).reason())
                .contains(Reason.STRADDLES_LIMIT);
        assertThat(rejoined(back(35), took.low()).reason()).contains(Reason.STRADDLES_LIMIT);
        assertThat(rejoined(back(35), took.low() - 1e-9).reason())
                .contains(Reason.REJOINED_TOO_LATE);
    }

    @Test
    void awayForExactlyTheLimitIsNotYetNotRejoined() {
        JournalDsl dead = back(35).component(40, "db1", "die").ended(60);
        double watched = Figures.seconds(nanos(60) - nanos(30.001));

        assertThat(rejoined(dead, watched).reason()).contains(Reason.NOT_MEASURED);
        assertThat(rejoined(dead, watched - 1e-9).reason()).contains(Reason.NOT_REJOINED);
        assertThat(rejoined(dead, watched).headline())
                .startsWith("rejoined: db1 is not running, 29.999 s after its heal or death");
    }

    @Test
    void rejoiningIsWaitedForFromTheLastHealAndALittleLonger() {
        assertThat(rejoining(20).awaits())
                .containsExactly(new Await(
                        new Trigger.Rejoined("lost host"),
                        Duration.ofSeconds(21),
                        Await.From.LAST_HEAL));
    }

    private static JournalDsl back(double healthy) {
        return journal()
                .role(4, "db1", Ternary.NO)
                .role(4, "db2", Ternary.YES)
                .component(30, "db1", "die")
                .component(32, "db1", "start")
                .component(healthy, "db1", "healthy");
    }

    private static Verdict rejoined(JournalDsl told, double within) {
        Journal journal = told.build();
        if (journal.first(Event.FaultIntended.class).isEmpty()) {
            journal = told.fault("lost host").on(10, 30).build();
        }
        return new RejoinedCheck().examine(rejoining(within), Scenarios.primaryLost(), journal);
    }

    private static Objective rejoining(double within) {
        Duration limit = Duration.ofNanos(nanos(within));
        return Scenarios.objective(
                new RejoinedCheck(), Map.of("component", "lost host", "within", limit));
    }

    @Test
    void whoIsAffectedIsSaidWithEveryEvent() {
        JournalDsl told = journal()
                .component(12, "portal-1", "unhealthy")
                .component(13, "portal-1", "healthy")
                .component(14, "portal-1", "oom");

        Verdict verdict = unaffected(told, Map.of("component", "portal-1"));

        assertThat(verdict.headline())
                .isEqualTo("unaffected: portal-1 was affected: unhealthy 2.000 s after the first"
                        + " fault (events #4 -> #6)");
        assertThat(verdict.events()).hasSize(2);
    }

    @Test
    void faultsAreOnFromTheFirstToTheEndOfTheLastHealBothIncluded() {
        assertThat(died(10).reason()).contains(Reason.AFFECTED);
        assertThat(died(9.999).status()).isEqualTo(Verdict.Status.PASS);
        assertThat(died(30.001).reason()).contains(Reason.AFFECTED);
        assertThat(died(30.002).status()).isEqualTo(Verdict.Status.PASS);
    }

    private static Verdict died(double at) {
        return unaffected(
                journal().component(at, "portal-1", "die"), Map.of("component", "portal-1"));
    }

    @Test
    void faultThatIsNeverHealedIsOnToTheEndOfWhatWasSeen() {
        Journal journal = journal()
                .component(50, "portal-1", "die")
                .ended(60)
                .component(61, "portal-1", "stop")
                .fault("lost host")
                .at(10)
                .build();
        Objective objective =
                Scenarios.objective(new UnaffectedCheck(), Map.of("component", "portal-1"));

        Verdict verdict =
                new UnaffectedCheck().examine(objective, Scenarios.primaryLost(), journal);

        assertThat(verdict.reason()).contains(Reason.AFFECTED);
        assertThat(verdict.events()).hasSize(1);
    }

    @Test
    void journeyThatDidNotNoticeSaysWhatItsCustomersFelt() {
        Verdict verdict =
                unaffected(journal().healthy().served("transfer", 0, 40), Map.of("of", "transfer"));

        assertThat(verdict.details().get("before")).startsWith("100 % of 500 served");
        assertThat(verdict.details().get("during")).startsWith("100 % of 1001 served");
        assertThat(verdict.details().get("after")).startsWith("100 % of 499 served");
    }

    @Test
    void withoutAFaultNothingCouldBeNoticed() {
        Objective objective = Scenarios.objective(new UnaffectedCheck(), Map.of("of", "transfer"));

        assertThat(new UnaffectedCheck()
                        .examine(objective, Scenarios.primaryLost(), journal().build())
                        .headline())
                .isEqualTo("unaffected: no fault was applied, so nothing could be noticed");
    }

    @Test
    void namingBothJourneyAndComponentIsNotMeasured() {
        Map<String, Object> both = Map.of("of", "transfer", "component", "portal-1");

        assertThat(unaffected(journal(), both).headline())
                .isEqualTo("unaffected: it names neither or both of 'of' and 'component'");
    }

    private static Verdict unaffected(JournalDsl told, Map<String, Object> settings) {
        Objective objective = Scenarios.objective(new UnaffectedCheck(), settings);
        return new UnaffectedCheck()
                .examine(
                        objective,
                        Scenarios.primaryLost(),
                        told.fault("lost host").on(10, 30).build());
    }

    @Test
    void invariantRestsOnItsTwoReadingsOfWhichTheLastOnesCount() {
        JournalDsl told = journal()
                .event(1, read("invariant", Moment.BEFORE, true, "9"))
                .event(2, read("invariant", Moment.BEFORE, true, "0"))
                .event(3, read("another", Moment.AFTER, true, "7"))
                .event(4, read("invariant", Moment.AFTER, true, "0"));

        Verdict verdict = invariant(told);

        assertThat(verdict.headline())
                .isEqualTo("invariant: held before and after: 0 (events #1 -> #3)");
        assertThat(verdict.details()).containsEntry("before", "0").containsEntry("after", "0");
    }

    @Test
    void invariantThatWasNotReadSaysWhyWhereItIsKnown() {
        JournalDsl silent = journal().event(1, read("invariant", Moment.BEFORE, false, ""));
        JournalDsl told = journal().event(1, read("invariant", Moment.BEFORE, false, "refused"));

        assertThat(invariant(journal()).headline())
                .isEqualTo("invariant: it was not read before the drill");
        assertThat(invariant(silent).headline())
                .isEqualTo("invariant: it was not read before the drill (event #0)");
        assertThat(invariant(told).headline())
                .isEqualTo("invariant: it was not read before the drill: refused (event #0)");
    }

    private static Event read(String objective, Moment moment, boolean read, String actual) {
        return new Event.InvariantRead(objective, moment, read, true, "0", actual);
    }

    private static Verdict invariant(JournalDsl told) {
        Objective objective = Scenarios.objective(new InvariantCheck(), Map.of());
        return new InvariantCheck().examine(objective, Scenarios.primaryLost(), told.build());
    }
}
