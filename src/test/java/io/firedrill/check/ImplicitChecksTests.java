package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Ternary;
import io.firedrill.journal.Journal;
import io.firedrill.journal.Phase;
import io.firedrill.scenario.Scenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each check that is always on, by itself: what it says, and what it rests on. */
class ImplicitChecksTests {
    private static final Scenario DRILL = Scenarios.primaryLost();
    private static final Event TROUBLE = new Event.Trouble("logs", "no such container", List.of());

    @Test
    void drillWithoutAFaultProvesNothing() {
        Scenario none = Scenarios.with(List.of());

        Verdict verdict = new FaultsInEffect().examine(none, journal().build());

        assertThat(verdict.status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
        assertThat(verdict.reason()).contains(Reason.FAULT_NOT_IN_EFFECT);
        assertThat(verdict.headline()).isEqualTo("faults-in-effect: the scenario injects no fault");
        assertThat(new FaultsInEffect().examine(none, faulty()).status())
                .as("one was injected all the same")
                .isEqualTo(Verdict.Status.PASS);
    }

    @Test
    void faultThatWasNeverInjectedOrNotAppliedIsNotInEffect() {
        Event.FaultIntended intended =
                new Event.FaultIntended("lost host", "vanish", "primary", "db1", Map.of());

        assertThat(faultsInEffect(journal()).headline())
                .isEqualTo("faults-in-effect: fault 'lost host' was never injected");
        assertThat(faultsInEffect(journal().event(10, intended)).headline())
                .isEqualTo("faults-in-effect: fault 'lost host' (vanish db1) could not be applied"
                        + " (event #0)");
    }

    @Test
    void saysWhatTheWitnessSawLastOrThatNobodyWasAsked() {
        JournalDsl unseen = journal()
                .event(9, seen(Event.Moment.BEFORE, Ternary.NO, "answers"))
                .event(10, new Event.FaultIntended("lost host", "cut", "x", "x", Map.of()))
                .event(10, new Event.FaultApplied("lost host", nanos(10), nanos(10)));

        assertThat(faultsInEffect(unseen).headline())
                .startsWith("faults-in-effect: fault 'lost host' (cut x) was never seen in effect,"
                        + " asked 0 times: nobody was asked");
        unseen.event(11, seen(Event.Moment.DURING, Ternary.NO, "still answers"))
                .event(12, seen(Event.Moment.DURING, Ternary.UNKNOWN, "who knows"));
        assertThat(faultsInEffect(unseen).headline()).contains("asked 2 times: who knows");
        unseen.event(13, seen(Event.Moment.DURING, Ternary.YES, "refused"));
        assertThat(faultsInEffect(unseen).status()).isEqualTo(Verdict.Status.PASS);
        assertThat(faultsInEffect(unseen).details()).containsEntry("lost host", "eye: refused");
    }

    @Test
    void healNeedsSomebodyWhoSawThatTheFaultIsGone() {
        assertThat(heals(faulty()).headline())
                .startsWith("heals-confirmed: fault 'lost host' was never healed");
        assertThat(heals(journal()
                                .fault("lost host")
                                .at(10)
                                .event(20, new Event.FaultHealed("lost host", 1, 2, null))
                                .build())
                        .headline())
                .startsWith(
                        "heals-confirmed: no witness was asked whether fault 'lost host' was gone");
        assertThat(heals(journal().fault("lost host").on(10, 20).build()).status())
                .isEqualTo(Verdict.Status.PASS);
    }

    @Test
    void lastWordOfTheWitnessCountsAfterAHeal() {
        JournalDsl back = journal().fault("lost host").on(10, 20);

        assertThat(heals(back.event(21, seen(Event.Moment.AFTER, Ternary.YES, "still there"))
                                .build())
                        .reason())
                .contains(Reason.HEAL_NOT_CONFIRMED);
        assertThat(heals(back.event(22, seen(Event.Moment.AFTER, Ternary.NO, "gone"))
                                .build())
                        .status())
                .isEqualTo(Verdict.Status.PASS);
    }

    @Test
    void linkIsInUseWhereItWasSeenUpToTheFirstFault() {
        Scenario cut = Scenarios.linkCut();
        Event used = new Event.LinkUsed("portal-1 -> db:5432", "Accepted client");

        assertThat(new LinksUsed()
                        .examine(cut, faulty(journal().event(10, used)))
                        .headline())
                .isEqualTo("links-used: 1 links were in use (event #2)");
        assertThat(new LinksUsed()
                        .examine(cut, faulty(journal().event(10.0001, used)))
                        .reason())
                .contains(Reason.LINK_NOT_USED);
        assertThat(new LinksUsed().examine(DRILL, faulty()).headline())
                .isEqualTo("links-used: no step names a link");
    }

    @Test
    void trafficMustFlowInEveryJourney() {
        TrafficFlowed check = new TrafficFlowed();

        assertThat(check.examine(Scenarios.withoutCustomers(), faulty()).headline())
                .isEqualTo("traffic: the scenario has no customers");
        assertThat(check.examine(Scenarios.withoutCustomers(), faulty()).reason())
                .contains(Reason.NO_TRAFFIC);
        assertThat(check.examine(DRILL, faulty()).headline())
                .isEqualTo("traffic: no customer of transfer ever set out");
        assertThat(check.examine(DRILL, faulty(journal().served("transfer", 9, 11)))
                        .headline())
                .isEqualTo("traffic: 100 attempts of 1 journeys, in every fault's time");
    }

    @Test
    void customersWhoStopWhileTheFaultIsOnAreNoTraffic() {
        TrafficFlowed check = new TrafficFlowed();
        Event dropped = new Event.AttemptsDropped("transfer", 400, nanos(12), nanos(20));

        Verdict stopped = check.examine(DRILL, on(20).served("transfer", 9, 12).build());
        Verdict late = check.examine(DRILL, on(20).served("transfer", 15.1, 21).build());

        assertThat(stopped.reason()).contains(Reason.NO_TRAFFIC);
        assertThat(stopped.headline())
                .startsWith("traffic: no customer of transfer set out for ")
                .contains(" s while fault 'lost host' was on (events #");
        assertThat(late.reason()).contains(Reason.NO_TRAFFIC);
        assertThat(check.examine(DRILL, on(20).served("transfer", 9, 15.1).build())
                        .status())
                .as("some in each half")
                .isEqualTo(Verdict.Status.PASS);
        assertThat(check.examine(
                                DRILL,
                                on(20).served("transfer", 9, 12)
                                        .event(20, dropped)
                                        .build())
                        .status())
                .as("they wanted to and could not")
                .isEqualTo(Verdict.Status.PASS);
        assertThat(check.examine(DRILL, on(10.3).served("transfer", 9, 10.1).build())
                        .status())
                .as("too short for more")
                .isEqualTo(Verdict.Status.PASS);
    }

    private static JournalDsl on(double healed) {
        return journal().fault("lost host").on(10, healed);
    }

    @Test
    void verdictsOnFaultsRestOnTheEntriesOfTheirFaults() {
        Journal unused = faulty(journal().attempt("transfer", 1, 2, AttemptReason.NONE));

        assertThat(heals(journal().fault("lost host").on(10, 20).build()).events())
                .hasSize(6);
        assertThat(new TrafficFlowed().examine(DRILL, unused).events()).hasSize(4);
    }

    @Test
    void limitThatWasReachedIsShownWithItsEvent() {
        Event limit = new Event.LimitReached("the drill", nanos(70));

        Verdict verdict =
                new LimitsHeld().examine(DRILL, journal().event(75, limit).build());

        assertThat(verdict.headline())
                .isEqualTo("limits-held: the drill reached its limit of 70 s (event #0)");
    }

    @Test
    void drillThatRanToItsEndSaysHowLongItTook() {
        assertThat(ran(journal().healthy().ended(80)).headline())
                .isEqualTo("ran-to-the-end: every step was carried out in 80.000 s");
        JournalDsl later = journal()
                .event(30, new Event.PhaseEntered(Phase.BASELINE, "system is up"))
                .ended(80);
        assertThat(ran(later).headline()).endsWith("carried out in 50.000 s");
    }

    @Test
    void stepThatWasLeftOutIsNamedAsPeopleCount() {
        Event skipped = new Event.StepSkipped(1, "heal lost host", "it did not come");

        Verdict verdict = ran(journal().healthy().event(20, skipped).ended(80));

        assertThat(verdict.headline())
                .startsWith(
                        "ran-to-the-end: step 2 was left out, 'heal lost host': it did not come");
        assertThat(verdict.reason()).contains(Reason.STEP_SKIPPED);
        assertThat(new RanToTheEnd().ground(verdict)).isFalse();
    }

    @Test
    void troubleIsTidyingUpFromTheCloseOnAndTheGroundBefore() {
        Verdict before = ran(journal().healthy().event(79.9, TROUBLE).ended(80));
        Verdict during = ran(journal().healthy().ended(80).event(80, TROUBLE));
        Verdict twice =
                ran(journal().healthy().event(20, TROUBLE).event(30, TROUBLE).ended(80));

        assertThat(new RanToTheEnd().ground(before)).isTrue();
        assertThat(new RanToTheEnd().ground(during)).isFalse();
        assertThat(twice.events()).hasSize(2);
        assertThat(twice.headline()).contains("had trouble 2 times, first in logs");
    }

    @Test
    void whoseFailureIsTheGroundOfAllAndWhoseIsNot() {
        Verdict any = Draft.implicit("x", "").inconclusive(Reason.NOT_MEASURED, "");

        assertThat(List.of(new BaselineHealthy(), new FaultsInEffect(), new LinksUsed()))
                .allMatch(check -> check.ground(any));
        assertThat(List.of(new TrafficFlowed(), new HealsConfirmed(), new LimitsHeld()))
                .noneMatch(check -> check.ground(any));
    }

    /** What the judge itself is made of; fresh, since it is usually made once for all tests. */
    @Test
    void judgeWithAllChecksHasThem() {
        Judge judge = Judge.withAllChecks();

        assertThat(judge.kinds()).hasSize(55);
        assertThat(judge.implicitIds()).hasSize(8);
    }

    private static Event seen(Event.Moment moment, Ternary inEffect, String detail) {
        return new Event.EffectSeen("lost host", moment, inEffect, "eye", detail, 1, 2);
    }

    private static Verdict faultsInEffect(JournalDsl told) {
        return new FaultsInEffect().examine(DRILL, told.build());
    }

    private static Verdict heals(Journal journal) {
        return new HealsConfirmed().examine(DRILL, journal);
    }

    private static Verdict ran(JournalDsl told) {
        return new RanToTheEnd().examine(DRILL, told.build());
    }

    private static Journal faulty() {
        return faulty(journal());
    }

    private static Journal faulty(JournalDsl told) {
        return told.fault("lost host").at(10).build();
    }
}
