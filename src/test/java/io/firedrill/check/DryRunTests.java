package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Moment;
import io.firedrill.journal.Event.Ternary;
import io.firedrill.journal.Phase;
import io.firedrill.scenario.Scenario;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A dry run is never a PASS, and says what would have spoiled the drill. */
class DryRunTests {
    private static final Event WALKED_PAST = new Event.StepSkipped(0, "vanish primary", "dry run");

    private final Scenario drill = Scenarios.primaryLost(
            Scenarios.recovery(30),
            Scenarios.objective(new DataLossCheck(), Map.of("of", "transfer")));

    private static JournalDsl dry() {
        return journal().healthy().event(0.1, new Event.DryRun()).event(6, WALKED_PAST);
    }

    private static Event look(Ternary seen) {
        return new Event.EffectSeen(
                "lost host", Moment.BEFORE, seen, "a ping", "answered", nanos(6), nanos(6.1));
    }

    private DrillResult judge(JournalDsl journal) {
        return Judge.withAllChecks().judge(drill, journal.ended(20).build());
    }

    private static Optional<Reason> reason(DrillResult result, String id) {
        return result.verdicts().stream()
                .filter(verdict -> verdict.id().equals(id))
                .findFirst()
                .orElseThrow()
                .reason();
    }

    @Test
    void whereAllIsWellItIsRehearsedAndNoVerdictOfItIsAPass() {
        DrillResult result = judge(dry().event(6, look(Ternary.NO)));

        assertThat(result.rehearsed()).isTrue();
        assertThat(result.status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
        assertThat(result.verdicts()).hasSizeGreaterThan(6).allSatisfy(verdict -> {
            assertThat(verdict.status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
            assertThat(verdict.reason()).contains(Reason.DRY_RUN);
        });
    }

    @Test
    void aSystemThatIsNotHealthyIsNamed() {
        DrillResult result = judge(journal()
                .event(0.1, new Event.DryRun())
                .event(1, new Event.PhaseEntered(Phase.BASELINE, ""))
                .event(5.5, new Event.BaselineJudged(false, "9 failed", Map.of())));

        assertThat(result.rehearsed()).isFalse();
        assertThat(reason(result, "baseline")).contains(Reason.BASELINE_NOT_HEALTHY);
    }

    @Test
    void aWitnessThatSeesWhatWasNotInjectedIsNamed() {
        DrillResult result = judge(dry().event(6, look(Ternary.YES)));

        assertThat(result.rehearsed()).isFalse();
        assertThat(reason(result, "witnesses")).contains(Reason.FAULT_IN_EFFECT_BEFORE);
    }

    @Test
    void aWitnessThatCanNotTellIsNamed() {
        DrillResult result = judge(dry().event(6, look(Ternary.UNKNOWN)));

        assertThat(result.rehearsed()).isFalse();
        assertThat(reason(result, "witnesses")).contains(Reason.NOT_MEASURED);
    }

    @Test
    void aRoleThatNobodyHoldsIsNamed() {
        DrillResult result = judge(
                dry().event(7, new Event.StepSkipped(1, "vanish primary", "nobody held the role")));

        assertThat(result.rehearsed()).isFalse();
        assertThat(reason(result, "ran-to-the-end")).contains(Reason.STEP_SKIPPED);
    }

    @Test
    void aQuestionThatIsNotAnsweredIsNamed() {
        DrillResult result = judge(dry().event(
                        7,
                        new Event.AnswerRead(
                                "recovery",
                                false,
                                -1,
                                false,
                                null,
                                "refused",
                                nanos(7),
                                nanos(7))));

        assertThat(result.rehearsed()).isFalse();
        assertThat(reason(result, "recovery")).contains(Reason.NOT_MEASURED);
    }

    @Test
    void anInvariantThatDoesNotHoldIsNamed() {
        DrillResult result = judge(dry().event(
                        7,
                        new Event.InvariantRead("recovery", Moment.BEFORE, true, false, "0", "1")));

        assertThat(result.rehearsed()).isFalse();
        assertThat(reason(result, "recovery")).contains(Reason.NOT_MEASURED);
    }

    @Test
    void aWriteThatIsNotFoundShowsThatTheQuestionIsWrong() {
        DrillResult good = judge(dry().told("transfer", 5, "a").reconciled("transfer", "a", 1));
        DrillResult bad = judge(dry().told("transfer", 5, "a").reconciled("transfer", "a", 0));

        assertThat(reason(good, "data-loss")).contains(Reason.DRY_RUN);
        assertThat(reason(bad, "data-loss")).contains(Reason.NOT_MEASURED);
        assertThat(bad.rehearsed()).isFalse();
    }

    @Test
    void aLinkThatNobodyUsesIsNamed() {
        DrillResult result = Judge.withAllChecks()
                .judge(
                        Scenarios.linkCut(Scenarios.recovery(30)),
                        dry().ended(20).build());

        assertThat(result.rehearsed()).isFalse();
        assertThat(reason(result, "links-used")).contains(Reason.LINK_NOT_USED);
    }
}
