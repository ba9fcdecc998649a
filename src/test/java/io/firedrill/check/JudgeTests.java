package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Ternary;
import io.firedrill.journal.Journal;
import io.firedrill.journal.Phase;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Settings;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class JudgeTests {
    private static final Predicate<String> TOLD = name -> name.matches("n[0-9]{2}-.*|truth-meter");
    private static final Judge JUDGE = Judge.withAllChecks();
    private static final Scenario DRILL = Scenarios.primaryLost(Scenarios.recovery(30));

    @Test
    void findsEveryKindAndNamesItsImplicitChecks() {
        assertThat(JUDGE.kinds())
                .extracting(ObjectiveKind::name)
                .filteredOn(name -> !TOLD.test(name))
                .containsExactly(
                        "recovery",
                        "data-loss",
                        "availability",
                        "rejoined",
                        "unaffected",
                        "invariant",
                        "latency",
                        "role-moved",
                        "failback",
                        "on-standby",
                        "isolation",
                        "backlog",
                        "degraded",
                        "restored",
                        "person",
                        "runbook");
        assertThat(JUDGE.implicitIds())
                .containsExactly(
                        "ran-to-the-end",
                        "baseline",
                        "faults-in-effect",
                        "links-used",
                        "traffic",
                        "heals-confirmed",
                        "limits-held",
                        "objectives");
    }

    @Test
    void findsEveryCheckOfWhatPeopleAreTold() {
        List<String> told =
                JUDGE.kinds().stream().map(ObjectiveKind::name).filter(TOLD).toList();

        assertThat(told).hasSize(39).endsWith("truth-meter");
        for (int number = 1; number <= 38; number++) {
            assertThat(told.get(number - 1)).matches(String.format("n%02d-[a-z-]+", number));
        }
    }

    @Test
    void goodDrillPassesInEveryCheck() {
        DrillResult result = JUDGE.judge(DRILL, good().build());

        assertThat(result.verdicts()).allMatch(verdict -> verdict.status() == Verdict.Status.PASS);
        assertThat(result.status()).isEqualTo(Verdict.Status.PASS);
        assertThat(result.causes()).isEmpty();
    }

    @Test
    void withoutObjectivesNothingWasShown() {
        DrillResult result = JUDGE.judge(Scenarios.primaryLost(), good().build());

        assertThat(result.status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
        assertThat(cause(result).headline())
                .isEqualTo("objectives: the scenario has no objectives, so nothing was shown");
    }

    @Test
    void emptyJournalIsNeverAPass() {
        Journal empty = List::of;

        DrillResult result = JUDGE.judge(DRILL, empty);

        assertThat(result.status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
        assertThat(cause(result).reason()).contains(Reason.SYSTEM_NOT_STARTED);
    }

    @Test
    void checkThatCrashesIsInconclusiveWithItsException() {
        Objective broken = new Objective("recovery", "recovery", new Settings(Map.of()), List.of());

        DrillResult result = JUDGE.judge(Scenarios.primaryLost(broken), good().build());

        assertThat(result.status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
        assertThat(cause(result).reason()).contains(Reason.CHECK_CRASHED);
        assertThat(cause(result).details().get("exception")).contains("no setting 'within'");
    }

    @Test
    void objectiveWithoutACheckIsNotMeasured() {
        Objective unknown = new Objective("x", "told", new Settings(Map.of()), List.of());

        assertThat(cause(JUDGE.judge(Scenarios.primaryLost(unknown), good().build()))
                        .headline())
                .startsWith(
                        "x: no check is called 'told'; there are: recovery, data-loss, availability,"
                                + " rejoined, unaffected, invariant, latency, role-moved,"
                                + " failback, on-standby, isolation, backlog, degraded,"
                                + " restored");
    }

    @Test
    void unhealthyBaselineMakesObjectivesNotMeasured() {
        Event unhealthy = new Event.BaselineJudged(false, "9 of 250 failed, at most 3", Map.of());

        DrillResult result = JUDGE.judge(DRILL, good().event(5.5, unhealthy).build());

        assertThat(cause(result).headline())
                .startsWith(
                        "baseline: the system was not healthy before the faults: 9 of 250 failed, at most 3");
        Verdict recovery = verdict(result, "recovery");
        assertThat(recovery.reason()).contains(Reason.NOT_MEASURED);
        assertThat(recovery.details()).containsEntry(Judge.BECAUSE, "baseline");
        assertThat(recovery.details().get(Judge.OTHERWISE))
                .startsWith("PASS, recovery: transfer was served again");
    }

    @Test
    void failureIsNotBelievedEitherWhereTheFaultWasNotInEffect() {
        Journal journal = dark(60).fault("lost host")
                .during(Ternary.NO)
                .on(10, 70)
                .ended(80)
                .build();

        DrillResult result = JUDGE.judge(DRILL, journal);

        assertThat(result.status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
        assertThat(cause(result).reason()).contains(Reason.FAULT_NOT_IN_EFFECT);
        assertThat(verdict(result, "recovery").details().get(Judge.OTHERWISE))
                .startsWith("FAIL NOT_RECOVERED");
    }

    @Test
    void faultThatEndedByItselfBeforeItsHealProvesNothing() {
        DrillResult result = JUDGE.judge(DRILL, seenBeforeItsHeal(Ternary.NO));

        assertThat(cause(result).reason()).contains(Reason.FAULT_NOT_IN_EFFECT);
        assertThat(cause(result).headline())
                .startsWith("faults-in-effect: fault 'lost host' (vanish db1) was in effect,"
                        + " and no longer when it was to be healed: db1: refused");
        assertThat(verdict(result, "recovery").details().get(Judge.OTHERWISE)).startsWith("PASS");
    }

    @Test
    void faultThatTheWitnessSeesNoMoreIsTakenAsItWasSeenBefore() {
        assertThat(JUDGE.judge(DRILL, seenBeforeItsHeal(Ternary.UNKNOWN)).status())
                .isEqualTo(Verdict.Status.PASS);
    }

    private static Journal seenBeforeItsHeal(Ternary seen) {
        Event look = new Event.EffectSeen(
                "lost host",
                Event.Moment.DURING,
                seen,
                "another host",
                "db1: refused",
                nanos(38),
                nanos(39));
        return dark(20).fault("lost host").on(10, 40).event(39, look).ended(80).build();
    }

    @Test
    void witnessThatCannotTellIsNoProof() {
        Journal unknown = dark(20).fault("lost host")
                .during(Ternary.UNKNOWN)
                .on(10, 40)
                .ended(80)
                .build();
        Journal before = dark(20).fault("lost host")
                .before(Ternary.YES)
                .on(10, 40)
                .ended(80)
                .build();
        Journal blind = dark(20).fault("lost host")
                .before(Ternary.UNKNOWN)
                .on(10, 40)
                .ended(80)
                .build();

        assertThat(cause(JUDGE.judge(DRILL, unknown)).reason())
                .contains(Reason.FAULT_NOT_IN_EFFECT);
        assertThat(cause(JUDGE.judge(DRILL, before)).reason())
                .contains(Reason.FAULT_IN_EFFECT_BEFORE);
        assertThat(cause(JUDGE.judge(DRILL, blind)).reason()).contains(Reason.NOT_MEASURED);
    }

    @Test
    void neverRecoveredStaysAFailWhereTheHealWasNotConfirmedAndALimitWasReached() {
        Journal journal = dark(60).fault("lost host")
                .after(Ternary.YES)
                .on(10, 70)
                .event(75, new Event.LimitReached("the drill", nanos(70)))
                .ended(80)
                .build();

        DrillResult result = JUDGE.judge(DRILL, journal);

        assertThat(result.status()).isEqualTo(Verdict.Status.FAIL);
        assertThat(result.causes())
                .extracting(verdict -> verdict.reason().orElseThrow())
                .containsExactly(
                        Reason.HEAL_NOT_CONFIRMED, Reason.LIMIT_REACHED, Reason.NOT_RECOVERED);
        assertThat(verdict(result, "limits-held").headline())
                .startsWith("limits-held: the drill reached its limit of 70 s");
    }

    @Test
    void notMeasuredBecauseNeverRecoveredFollowsAndIsNoCause() {
        Objective dataLoss = Scenarios.objective(new DataLossCheck(), Map.of("of", "transfer"));
        Scenario drill = Scenarios.primaryLost(Scenarios.recovery(30), dataLoss);
        Journal journal = dark(60).told("transfer", 8, "a")
                .fault("lost host")
                .on(10, 70)
                .ended(80)
                .build();

        DrillResult result = JUDGE.judge(drill, journal);

        assertThat(cause(result).reason()).contains(Reason.NOT_RECOVERED);
        assertThat(verdict(result, "data-loss").details()).containsEntry(Judge.BECAUSE, "recovery");
    }

    @Test
    void healThatFailedIsNamed() {
        Journal journal = dark(20).fault("lost host")
                .on(10, 40)
                .event(
                        41,
                        new Event.FaultHealed("lost host", nanos(40), nanos(41), "socket closed"))
                .ended(80)
                .build();

        Verdict cause = cause(JUDGE.judge(DRILL, journal));

        assertThat(cause.reason()).contains(Reason.HEAL_FAILED);
        assertThat(cause.headline())
                .startsWith(
                        "heals-confirmed: fault 'lost host' could not be healed: socket closed");
    }

    @Test
    void linkThatIsPassedByMakesTheDrillInconclusive() {
        Scenario drill = Scenarios.linkCut(Scenarios.recovery(30));
        Event.LinkUsed used = new Event.LinkUsed("portal-1 -> db:5432", "Accepted client");

        DrillResult unused = JUDGE.judge(drill, good().build());
        DrillResult late = JUDGE.judge(drill, good().event(12, used).build());
        DrillResult early = JUDGE.judge(drill, good().event(3, used).build());

        assertThat(cause(unused).reason()).contains(Reason.LINK_NOT_USED);
        assertThat(cause(late).reason()).contains(Reason.LINK_NOT_USED);
        assertThat(early.status()).isEqualTo(Verdict.Status.PASS);
    }

    @Test
    void faultWithoutCustomersShowsNothing() {
        Journal journal = journal()
                .healthy()
                .served("transfer", 0, 9)
                .served("transfer", 50, 60)
                .fault("lost host")
                .on(10, 40)
                .ended(80)
                .build();

        DrillResult result = JUDGE.judge(DRILL, journal);

        assertThat(verdict(result, "traffic").headline())
                .startsWith(
                        "traffic: no customer of transfer set out while fault 'lost host' was on");
        assertThat(result.status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
    }

    @Test
    void drillThatWasBrokenOffIsInconclusiveEvenIfTheSystemFailed() {
        Journal journal = dark(60).fault("lost host")
                .on(10, 70)
                .event(75, new Event.Aborted("SIGTERM"))
                .build();

        DrillResult result = JUDGE.judge(DRILL, journal);

        assertThat(result.status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
        assertThat(cause(result).headline())
                .startsWith("ran-to-the-end: the drill was broken off: SIGTERM");
    }

    @Test
    void journalThatBreaksOffIsInconclusive() {
        Journal journal = dark(20).fault("lost host").on(10, 40).build();

        assertThat(cause(JUDGE.judge(DRILL, journal)).reason()).contains(Reason.ABORTED);
    }

    @Test
    void troubleWhileTidyingUpLeavesTheObjectivesAsTheyAre() {
        Event trouble = new Event.Trouble("logs", "no such container", List.of());

        DrillResult tidying = JUDGE.judge(DRILL, good().event(81, trouble).build());
        DrillResult early = JUDGE.judge(DRILL, good().event(20, trouble).build());

        assertThat(verdict(tidying, "recovery").status()).isEqualTo(Verdict.Status.PASS);
        assertThat(tidying.status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
        assertThat(verdict(early, "recovery").status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
        assertThat(cause(early).headline())
                .startsWith(
                        "ran-to-the-end: the harness had trouble 1 times, first in logs: no such container");
    }

    @Test
    void stepsLeftOutOnABrokenBaselineFollowFromIt() {
        Journal journal = journal()
                .event(0, new Event.PhaseEntered(Phase.BASELINE, "up"))
                .refused("transfer", 0, 5)
                .event(5, new Event.BaselineJudged(false, "250 of 250 failed", Map.of()))
                .event(5, new Event.StepSkipped(0, "inject vanish", "the baseline was not healthy"))
                .ended(6)
                .build();

        DrillResult result = JUDGE.judge(DRILL, journal);

        assertThat(cause(result).reason()).contains(Reason.BASELINE_NOT_HEALTHY);
        assertThat(result.status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
    }

    private static JournalDsl good() {
        return dark(20).fault("lost host").on(10, 40).ended(80);
    }

    private static JournalDsl dark(double until) {
        return journal()
                .healthy()
                .served("transfer", 0, 10)
                .refused("transfer", 10, until)
                .served("transfer", until, until + (until > 50 ? 0 : 30));
    }

    private static Verdict cause(DrillResult result) {
        assertThat(result.causes()).hasSize(1);
        return result.causes().get(0);
    }

    private static Verdict verdict(DrillResult result, String id) {
        return result.verdicts().stream()
                .filter(verdict -> verdict.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
