package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Moment;
import io.firedrill.journal.Event.Ternary;
import io.firedrill.journal.Phase;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Settings;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * For each reason a drill that turns red for it, judged as a whole; so there is none that is never
 * given, and none that another one hides. Those left out are given by the tests named beside them.
 * The fault is on from 10 to 40 s.
 */
class EveryReasonTests {
    private static final Event TROUBLE = new Event.Trouble("logs", "no such container", List.of());

    private final Map<Reason, Told> drills = new EnumMap<>(Reason.class);

    /** What is asked, and what happened. */
    private record Told(Scenario scenario, JournalDsl journal) {}

    EveryReasonTests() {
        recoveries();
        writes();
        otherObjectives();
        goodDrillSpoiled();
        faults();
        brokenDrills();
    }

    private void recoveries() {
        Scenario drill = Scenarios.primaryLost(Scenarios.recovery(5));
        give(Reason.NOT_RECOVERED, drill, fault(dark(60)));
        give(Reason.RECOVERED_TOO_LATE, drill, fault(dark(20)));
        give(
                Reason.RECOVERED_BY_HEAL,
                Scenarios.primaryLost(Scenarios.recovery(35)),
                fault(dark(42)));
        give(
                Reason.STRADDLES_LIMIT,
                Scenarios.primaryLost(Scenarios.recovery(10)),
                fault(dark(20)));
        Interval silent = new Interval(nanos(15), nanos(15.1));
        give(
                Reason.HARNESS_OVERLOADED,
                drill,
                fault(dark(10).failing("transfer", silent, AttemptReason.HARNESS, 0.001)));
    }

    private void writes() {
        Scenario drill = Scenarios.primaryLost(
                Scenarios.objective(new DataLossCheck(), Map.of("of", "transfer")));
        give(Reason.ACKNOWLEDGED_WRITES_LOST, drill, written(0));
        give(Reason.WRITES_DUPLICATED, drill, written(2));
        give(Reason.UNEXPECTED_WRITES, drill, written(1).reconciled("transfer", "b", 1));
        give(Reason.NOT_MEASURED, drill, written(-1));
    }

    private void otherObjectives() {
        give(
                Reason.TOO_FEW_SERVED,
                asked(
                        new AvailabilityCheck(),
                        Map.of("of", "transfer", "at-least", 0.9, "window", seconds(10))),
                fault(dark(12)));
        give(
                Reason.AFFECTED,
                asked(new UnaffectedCheck(), Map.of("component", "portal-1")),
                fault(dark(10).component(20, "portal-1", "die")));
        give(
                Reason.INVARIANT_BROKEN,
                asked(new InvariantCheck(), Map.of()),
                fault(dark(10).event(4, read(Moment.BEFORE, true))
                        .event(90, read(Moment.AFTER, false))));
        Scenario rejoined =
                asked(new RejoinedCheck(), Map.of("component", "db1", "within", seconds(20)));
        give(Reason.NOT_REJOINED, rejoined, fault(standby().component(41, "db1", "die")));
        give(
                Reason.REJOINED_TOO_LATE,
                rejoined,
                fault(standby().component(41, "db1", "die").component(70, "db1", "start")));
    }

    private void goodDrillSpoiled() {
        Scenario drill = Scenarios.primaryLost(Scenarios.recovery(30));
        give(
                Reason.BASELINE_NOT_HEALTHY,
                drill,
                good().event(5.5, new Event.BaselineJudged(false, "9 failed", Map.of())));
        give(Reason.LINK_NOT_USED, Scenarios.linkCut(Scenarios.recovery(30)), good());
        give(Reason.LIMIT_REACHED, drill, good().event(75, new Event.LimitReached("drill", 1)));
        give(Reason.ABORTED, drill, good().event(75, new Event.Aborted("SIGTERM")));
        give(Reason.HARNESS_TROUBLE, drill, good().event(75, TROUBLE));
        give(
                Reason.STEP_SKIPPED,
                drill,
                good().event(75, new Event.StepSkipped(1, "heal", "late")));
        give(
                Reason.HEAL_FAILED,
                drill,
                good().event(
                                41,
                                new Event.FaultHealed(
                                        "lost host", nanos(40), nanos(41), "socket closed")));
        give(
                Reason.CHECK_CRASHED,
                Scenarios.primaryLost(
                        new Objective("x", "recovery", new Settings(Map.of()), List.of())),
                good());
    }

    private void faults() {
        Scenario drill = Scenarios.primaryLost(Scenarios.recovery(30));
        JournalDsl dark = dark(20).ended(80);
        give(
                Reason.FAULT_NOT_IN_EFFECT,
                drill,
                dark(20).ended(80).fault("lost host").during(Ternary.NO).on(10, 40));
        give(
                Reason.FAULT_IN_EFFECT_BEFORE,
                drill,
                dark.fault("lost host").before(Ternary.YES).on(10, 40));
        give(
                Reason.HEAL_NOT_CONFIRMED,
                drill,
                dark(20).ended(80).fault("lost host").after(Ternary.YES).on(10, 40));
    }

    private void brokenDrills() {
        Scenario invariant = asked(new InvariantCheck(), Map.of());
        give(
                Reason.NO_TRAFFIC,
                invariant,
                fault(journal()
                        .healthy()
                        .event(4, read(Moment.BEFORE, true))
                        .event(90, read(Moment.AFTER, true))));
        give(
                Reason.SYSTEM_NOT_STARTED,
                invariant,
                journal().event(0, new Event.PhaseEntered(Phase.PROVISION, "")).event(1, TROUBLE));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                // LatencyCheckTests
                "TOO_SLOW",
                // RoleChecksTests
                "ROLE_NOT_MOVED",
                "ROLE_MOVED_TOO_LATE",
                "ROLE_HELD_TWICE",
                "LEFT_STANDBY",
                // FailbackCheckTests
                "NOT_FAILED_BACK",
                "FAILED_BACK_TOO_LATE",
                // RestoredCheckTests
                "RESTORED_INCOMPLETE",
                "RESTORED_TOO_OLD",
                // AnsweredChecksTests
                "STRANGER_ADMITTED",
                "BACKLOG_NOT_DRAINED",
                "BACKLOG_DRAINED_TOO_LATE",
                "PROMISE_BROKEN",
                // DryRunTests
                "DRY_RUN",
                // PeopleChecksTests
                "NOT_ANSWERED",
                "ANSWERED_TOO_LATE",
                "RUNBOOK_NOT_FINISHED",
                "RUNBOOK_TOO_LATE",
                // told.FirstToldTests
                "NOTICE_LATE",
                "NOT_ACKNOWLEDGED",
                "NOTICE_INCOMPLETE",
                "SCOPE_LATE",
                // told.PromisesTests
                "UPDATE_LATE",
                "NO_NEXT_UPDATE",
                "UPDATE_PROMISE_BROKEN",
                "ETA_AGAINST_POLICY",
                "ETA_BROKEN",
                // told.AgreementTests
                "STATE_SKIPPED",
                "CONTRADICTION",
                "CHANNELS_APART",
                "CHANNEL_LEFT_OUT",
                "WRONG_AUDIENCE",
                "NO_FALLBACK",
                // told.SheetsAndPagesTests
                "NO_DESK_SHEET",
                "PAGE_DOWN",
                "PAGE_UNTRUE",
                "RESOLVED_EARLY",
                "RESOLUTION_LATE",
                // told.DeliveredTests
                "NOTICE_LOST",
                "NOTICE_DOUBLED",
                "NOTICE_UNEXPECTED",
                "NOTICE_STALE",
                "NOT_REACHED",
                "FAILURE_IGNORED",
                "PREFERENCE_IGNORED",
                "CHANNEL_NOT_PROVEN",
                "NOT_EXERCISED",
                // told.WordedTests
                "NOTICE_LEAKS",
                "NOT_APPROVED",
                "MEASURES_MISSING",
                "LOOKS_LIKE_FRAUD",
                "TONE",
                // told.RhythmTests
                "NOT_INFORMED",
                "INQUIRY_UNANSWERED",
                "FALSE_ALARM",
                "CADENCE_UNANNOUNCED",
                "NO_REVIEW",
                // told.TruthTests
                "SUPPLIER_UNTOLD",
                "WORKAROUND_FAILS",
                "SCOPE_UNTRUE",
                "STATEMENT_UNTRUE"
            })
    void eachReasonIsTheFirstCauseOfSomeDrill(Reason reason) {
        Told told = drills.get(reason);

        DrillResult result =
                Judge.withAllChecks().judge(told.scenario(), told.journal().build());

        assertThat(result.causes().get(0).reason()).contains(reason);
        assertThat(result.status()).isNotEqualTo(Verdict.Status.PASS);
    }

    @Test
    void theSameDrillUnspoiledPasses() {
        Scenario drill = Scenarios.primaryLost(Scenarios.recovery(30));

        assertThat(Judge.withAllChecks().judge(drill, good().build()).status())
                .isEqualTo(Verdict.Status.PASS);
    }

    private void give(Reason reason, Scenario scenario, JournalDsl journal) {
        drills.put(reason, new Told(scenario, journal));
    }

    private static Scenario asked(Check check, Map<String, Object> settings) {
        return Scenarios.primaryLost(Scenarios.objective(check, settings));
    }

    private static JournalDsl good() {
        return fault(dark(20));
    }

    private static JournalDsl fault(JournalDsl told) {
        return told.ended(80).fault("lost host").on(10, 40);
    }

    private static JournalDsl dark(double until) {
        return journal()
                .healthy()
                .served("transfer", 0, 10)
                .refused("transfer", 10, until)
                .served("transfer", until, until + 20);
    }

    /** One write was told before the fault, and is there so often in the end. */
    private static JournalDsl written(int count) {
        return fault(dark(20).told("transfer", 8.01, "a"))
                .event(79, new Event.WriteReconciled("transfer", "a", count, ""));
    }

    private static JournalDsl standby() {
        return dark(10).role(4, "db1", Ternary.NO).role(4, "db2", Ternary.YES);
    }

    private static Event read(Moment moment, boolean holds) {
        return new Event.InvariantRead("invariant", moment, true, holds, "0", "1");
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
