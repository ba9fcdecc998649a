package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Ternary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The fault hit db1 at 10 s, the impact was at 11 s, the recovery between 30 and 30.5 s. */
class RecoverySplitTests {
    private static final String DETECTED = "detected after impact";
    private static final String MOVED = "role primary moved after impact";
    private static final Interval IMPACT = Interval.at(nanos(11));
    private static final Interval RECOVERED = new Interval(nanos(30), nanos(30.5));

    @Test
    void partsOfTheClockCountFromTheImpact() {
        Map<String, String> details = details(journal());

        assertThat(details)
                .containsEntry("impact after the first fault", "1.000 s (+-0.001)")
                .containsEntry("recovered after impact", "19.25 s (+-0.25)")
                .doesNotContainKeys(DETECTED, MOVED);
    }

    @Test
    void widthIsDecidedByTheWiderEdge() {
        Interval wide = new Interval(nanos(10), nanos(10.6));
        Interval alike = new Interval(nanos(10), nanos(10.5));

        assertThat(details(journal(), wide))
                .containsEntry(
                        "width decided by",
                        "impact known to 0.600 s, recovery to 0.500 s: the impact");
        assertThat(details(journal(), alike))
                .containsEntry(
                        "width decided by",
                        "impact known to 0.500 s, recovery to 0.500 s: the recovery");
    }

    @Test
    void anotherComponentThatFallsIllDetectsIt() {
        assertThat(detected(journal().component(15, "db2", "unhealthy"))).startsWith("3.99");
        assertThat(detected(journal().component(15, "db2", "die"))).startsWith("3.99");
        assertThat(detected(journal().component(15, "db2", "healthy"))).isEmpty();
    }

    @Test
    void whatTheInjectorDidToItsTargetDetectsNothingButItsHealthDoes() {
        assertThat(detected(journal().component(15, "db1", "die"))).isEmpty();
        assertThat(detected(journal().component(15, "db1", "unhealthy"))).startsWith("3.99");
    }

    @Test
    void whatWasSaidBeforeTheFaultDetectsNothing() {
        assertThat(detected(journal().component(9, "db2", "die").role(9, "db2", Ternary.NO)))
                .isEmpty();
        assertThat(detected(journal().component(10, "db2", "die"))).isEmpty();
        assertThat(detected(journal().role(10.1, "db2", Ternary.NO)))
                .as("the sample before it was taken at 10 s")
                .isEmpty();
    }

    @Test
    void theFirstOfIllnessAndRoleDetectsIt() {
        assertThat(detected(journal().role(14, "db1", Ternary.UNKNOWN))).startsWith("2.9");
        assertThat(detected(journal().role(14, "db1", Ternary.NO).component(15, "db2", "die")))
                .startsWith("2.9");
        assertThat(detected(journal().role(15, "db1", Ternary.NO).component(14, "db2", "die")))
                .startsWith("2.99");
        assertThat(detected(journal().role(14, "db1", Ternary.NO).component(14, "db2", "die")))
                .as("at the same time: the one that is known better")
                .startsWith("2.99");
    }

    @Test
    void roleMovesWhereSomebodyElseHoldsItThanBeforeTheFault() {
        JournalDsl held = journal().role(5, "db1", Ternary.YES).role(6, "db2", Ternary.NO);

        assertThat(moved(held)).isEmpty();
        assertThat(moved(held.role(14, "db1", Ternary.YES))).isEmpty();
        assertThat(moved(held.role(15, "db2", Ternary.NO))).isEmpty();
        assertThat(moved(held.role(28, "db2", Ternary.YES))).startsWith("16.9");
    }

    @Test
    void lastHolderBeforeTheFaultIsTheOneItMovesFrom() {
        JournalDsl movedBefore = journal()
                .role(5, "db2", Ternary.YES)
                .role(10, "db1", Ternary.YES)
                .role(28, "db1", Ternary.YES);

        assertThat(moved(movedBefore)).isEmpty();
        assertThat(moved(journal().role(10, "db2", Ternary.YES).role(10, "db1", Ternary.YES)))
                .as("both by the very moment of the fault")
                .isEmpty();
        assertThat(moved(movedBefore.role(29, "db2", Ternary.YES))).startsWith("17.9");
    }

    @Test
    void anotherRoleThatMovesIsNotThisOne() {
        Event elsewhere =
                new Event.RoleAnswered("leader", "db2", Ternary.YES, nanos(27), nanos(28));

        assertThat(moved(journal().event(28, elsewhere))).isEmpty();
    }

    private static String detected(JournalDsl told) {
        return details(told).getOrDefault(DETECTED, "");
    }

    private static String moved(JournalDsl told) {
        return details(told).getOrDefault(MOVED, "");
    }

    private static Map<String, String> details(JournalDsl told) {
        return details(told, IMPACT);
    }

    private static Map<String, String> details(JournalDsl told, Interval impact) {
        Draft draft = Draft.implicit("recovery", "");
        new RecoverySplit(told.build(), faults(), Scenarios.primaryLost().system())
                .tell(draft, outage(impact), nanos(10));
        return draft.pass("").details();
    }

    private static Faults faults() {
        return Faults.of(journal().fault("lost host").at(10).build());
    }

    private static Outage outage(Interval impact) {
        return new Outage(impact, Optional.of(RECOVERED), nanos(30), 9, 0, List.of());
    }
}
