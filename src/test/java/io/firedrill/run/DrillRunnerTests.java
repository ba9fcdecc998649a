package io.firedrill.run;

import static io.firedrill.run.TestScenarios.awaiting;
import static io.firedrill.run.TestScenarios.inject;
import static io.firedrill.run.TestScenarios.injectIntoPrimary;
import static io.firedrill.run.TestScenarios.now;
import static io.firedrill.run.TestScenarios.recovered;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.RealTime;
import io.firedrill.fault.FaultCatalog;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Moment;
import io.firedrill.journal.Event.Ternary;
import io.firedrill.journal.Journal;
import io.firedrill.journal.JournalFile;
import io.firedrill.journal.JournalWriter;
import io.firedrill.scenario.Await.From;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.Trigger;
import io.firedrill.topology.Provisioner;
import io.firedrill.topology.ProvisioningException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RealTime
final class DrillRunnerTests {
    private static final Trigger SOON = new Trigger.After(Duration.ofMillis(200));

    @TempDir
    Path folder;

    private final FakeShop shop = new FakeShop();
    private final StopSignal stop = new StopSignal();
    private final HurriedClock clock = new HurriedClock();

    @AfterEach
    void closeTheShop() {
        shop.close();
    }

    private Journal run(Scenario scenario, ScriptedFault... faults) {
        return run(scenario, any -> shop, faults);
    }

    private Journal run(Scenario scenario, Provisioner provisioner, ScriptedFault... faults) {
        Path file = folder.resolve("journal.jsonl");
        try (JournalWriter journal = JournalWriter.create(file, clock)) {
            FaultCatalog catalog = FaultCatalog.of(faults);
            new DrillRunner(new Tools(
                            provisioner, catalog, StartGate.open(), stop, clock, Map.of(), 1))
                    .run(TestScenarios.pocket(scenario), journal);
        }
        return JournalFile.read(file);
    }

    private Journal runDry(Scenario scenario, ScriptedFault... faults) {
        Path file = folder.resolve("journal.jsonl");
        try (JournalWriter journal = JournalWriter.create(file, clock)) {
            FaultCatalog catalog = FaultCatalog.of(faults);
            DrillRunner.dry(new Tools(
                            any -> shop, catalog, StartGate.open(), stop, clock, Map.of(), 1))
                    .run(TestScenarios.pocket(scenario), journal);
        }
        return JournalFile.read(file);
    }

    @Test
    void aDryRunAimsAndLooksAndWalksPastEveryStepButInjectsNothing() {
        ScriptedFault lose = new ScriptedFault("lose", shop);

        Journal journal = runDry(lostAndHealed(), lose);

        assertThat(lose.calls).containsExactly("aim a");
        assertThat(journal.all(Event.FaultIntended.class)).isEmpty();
        assertThat(journal.all(Event.StepSkipped.class))
                .containsExactly(
                        new Event.StepSkipped(0, "lose primary", "dry run"),
                        new Event.StepSkipped(1, "heal the fault", "dry run"));
        assertThat(story(journal))
                .containsSubsequence(
                        "DrillStarted",
                        "DryRun",
                        "BASELINE",
                        "BaselineJudged",
                        "EffectSeen",
                        "StepSkipped",
                        "StepSkipped",
                        "RECONCILE",
                        "CLOSE",
                        "DrillEnded");
    }

    private static Scenario lostAndHealed() {
        return TestScenarios.of(
                List.of(injectIntoPrimary("lose"), new Step.Heal(SOON, "the fault")),
                List.of(awaiting(recovered(1), 5, From.FIRST_FAULT)));
    }

    /** What the drill did; what a busy machine did to the harness is no part of it. */
    private static List<String> story(Journal journal) {
        return journal.entries().stream()
                .map(Entry::event)
                .filter(event -> !(event instanceof Event.Attempt)
                        && !(event instanceof Event.HarnessStalled)
                        && !(event instanceof Event.RoleAnswered)
                        && !(event instanceof Event.EnvironmentRecorded))
                .map(event -> event instanceof Event.PhaseEntered entered
                        ? entered.phase().name()
                        : event.getClass().getSimpleName())
                .toList();
    }

    @Test
    void aDrillRunsFromItsStartToItsEndInOrder() {
        ScriptedFault fault = new ScriptedFault("lose", shop);

        Journal journal = run(lostAndHealed(), fault);

        assertThat(story(journal))
                .containsExactly(
                        "DrillStarted",
                        "PROVISION",
                        "BASELINE",
                        "BaselineJudged",
                        "FAULTS",
                        "StepDue",
                        "EffectSeen",
                        "FaultIntended",
                        "FaultApplied",
                        "EffectSeen",
                        "StepDue",
                        "EffectSeen",
                        "FaultHealed",
                        "EffectSeen",
                        "RECOVERY",
                        "RECONCILE",
                        "CLOSE",
                        "DrillEnded");
        assertThat(fault.calls).containsExactly("aim a", "apply", "close");
        assertThat(shop.closed).hasValueGreaterThanOrEqualTo(1);
    }

    @Test
    void theWitnessIsAskedBeforeAfterTheInjectionBeforeTheHealAndAfter() {
        Journal journal = run(lostAndHealed(), new ScriptedFault("lose", shop));

        assertThat(journal.all(Event.EffectSeen.class))
                .extracting(Event.EffectSeen::moment, Event.EffectSeen::inEffect)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Moment.BEFORE, Ternary.NO),
                        org.assertj.core.groups.Tuple.tuple(Moment.DURING, Ternary.YES),
                        org.assertj.core.groups.Tuple.tuple(Moment.DURING, Ternary.YES),
                        org.assertj.core.groups.Tuple.tuple(Moment.AFTER, Ternary.NO));
    }

    @Test
    void aFaultThatFailsToApplyIsHealedAllTheSame() {
        ScriptedFault fault = new ScriptedFault("lose", shop, "apply");

        Journal journal = run(lostAndHealed(), fault);

        assertThat(fault.calls).containsExactly("aim a", "apply", "close");
        assertThat(journal.first(Event.Trouble.class).orElseThrow().what())
                .contains("apply went wrong");
        assertThat(story(journal)).endsWith("DrillEnded");
    }

    @Test
    void allFaultsAreHealedInReverseOrderEvenIfOneHealFails() {
        ScriptedFault first = new ScriptedFault("lose", shop);
        ScriptedFault second = new ScriptedFault("freeze", shop, "close").leapingOn(clock);
        Step other = new Step.Inject(
                now(), "other", ((Step.Inject) inject(now(), "freeze", "b")).fault());
        Scenario scenario = TestScenarios.of(
                List.of(injectIntoPrimary("lose"), other),
                List.of(awaiting(SOON, 1, From.FIRST_FAULT)));

        Journal journal = run(scenario, first, second);

        assertThat(journal.all(Event.FaultHealed.class).map(Event.FaultHealed::called))
                .containsExactly("other", "the fault");
        assertThat(journal.all(Event.FaultHealed.class).map(Event.FaultHealed::error))
                .containsExactly("healing: scripted freeze failed: close went wrong", null);
        assertThat(first.calls).contains("close");
    }

    @Test
    void aWitnessThatFailsIsNoProof() {
        ScriptedFault unseen = new ScriptedFault("lose", shop, "effect").leapingOn(clock);

        Journal journal = run(lostAndHealed(), unseen);

        assertThat(journal.all(Event.EffectSeen.class))
                .isNotEmpty()
                .allMatch(seen -> seen.inEffect() == Ternary.UNKNOWN);
    }

    @Test
    void onASystemThatIsNotHealthyNothingIsBroken() {
        shop.down.set(true);
        ScriptedFault fault = new ScriptedFault("lose", shop);

        Journal journal = run(lostAndHealed(), fault);

        assertThat(fault.calls).isEmpty();
        assertThat(journal.first(Event.BaselineJudged.class).orElseThrow().healthy())
                .isFalse();
        assertThat(story(journal)).doesNotContain("FAULTS").endsWith("DrillEnded");
    }

    @Test
    void aStopFromOutsideHealsAndSaysSo() {
        ScriptedFault fault = new ScriptedFault("lose", shop);
        Scenario scenario = TestScenarios.of(
                List.of(injectIntoPrimary("lose")),
                List.of(awaiting(recovered(1), 20, From.FIRST_FAULT)));
        Provisioner stopping = any -> {
            Thread stopper = new Thread(() -> {
                org.awaitility.Awaitility.await("the fault").until(() -> shop.down.get());
                stop.stop("SIGTERM");
            });
            stopper.start();
            return shop;
        };

        Journal journal = run(scenario, stopping, fault);

        assertThat(journal.first(Event.Aborted.class)).contains(new Event.Aborted("SIGTERM"));
        assertThat(fault.calls).containsExactly("aim a", "apply", "close");
        assertThat(shop.closed).hasValueGreaterThanOrEqualTo(1);
    }

    @Test
    void theLimitEndsADrillAndHeals() {
        ScriptedFault fault = new ScriptedFault("lose", shop);
        Scenario endless = TestScenarios.of(
                List.of(injectIntoPrimary("lose")),
                List.of(awaiting(recovered(1), 900, From.FIRST_FAULT)),
                Duration.ofSeconds(2));

        Journal journal = run(endless, fault);

        assertThat(journal.first(Event.LimitReached.class))
                .contains(new Event.LimitReached("drill", Duration.ofSeconds(2).toNanos()));
        assertThat(fault.calls).endsWith("close");
    }

    @Test
    void aStartThatIsBrokenOffFromOutsideIsNoTroubleOfTheSystem() {
        Journal journal = run(lostAndHealed(), any -> {
            stop.stop("SIGTERM");
            throw new ProvisioningException("docker compose was killed", null);
        });

        assertThat(story(journal))
                .containsExactly("DrillStarted", "PROVISION", "Aborted", "DrillEnded");
    }

    @Test
    void aSystemThatDoesNotStartIsTroubleAndTheDrillStillEnds() {
        Journal journal = run(lostAndHealed(), any -> {
            throw new ProvisioningException("db1 did not come up", null);
        });

        assertThat(story(journal))
                .containsExactly("DrillStarted", "PROVISION", "Trouble", "DrillEnded");
        assertThat(journal.first(Event.Trouble.class).orElseThrow().what())
                .isEqualTo("db1 did not come up");
    }
}
