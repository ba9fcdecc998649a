package io.firedrill.junit;

import static io.firedrill.SampleDrills.doubt;
import static io.firedrill.SampleDrills.drill;
import static io.firedrill.SampleDrills.fail;
import static io.firedrill.SampleDrills.held;
import static io.firedrill.SampleDrills.inconclusive;
import static io.firedrill.SampleDrills.pass;
import static io.firedrill.SampleDrills.twin;
import static io.firedrill.junit.Outcomes.failure;
import static io.firedrill.junit.Outcomes.failures;
import static io.firedrill.junit.Outcomes.passed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.evidence.Reports;
import io.firedrill.evidence.Terminal;
import io.firedrill.scenario.Problem;
import io.firedrill.scenario.Scenario;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.opentest4j.AssertionFailedError;

/** What becomes of drills as tests. */
final class DrillEngineTests {
    private static final String COMPLETE =
            "every planned drill was run and its evidence is written";

    @TempDir
    Path reports;

    @Test
    void everyLeafOfAPassingDrillPasses() {
        FakeRuns runs = new FakeRuns()
                .drill(
                        drill("bank/a", "recovery", "data-loss"),
                        held("effect"),
                        pass("recovery"),
                        pass("data-loss"));

        EngineExecutionResults results = execute(runs);

        assertThat(passed(results))
                .containsExactly(
                        "bank/a: ran to the end",
                        "bank/a: recovery",
                        "bank/a: data-loss",
                        COMPLETE);
        assertThat(failures(results)).isEmpty();
    }

    @Test
    void aFailedObjectiveIsAnAssertionErrorWithTheSentence() {
        FakeRuns runs = new FakeRuns()
                .drill(
                        drill("bank/a", "recovery"),
                        held("effect"),
                        fail("recovery", Reason.RECOVERED_TOO_LATE));

        EngineExecutionResults results = execute(runs);

        assertThat(failure(results, "bank/a: recovery"))
                .isExactlyInstanceOf(AssertionFailedError.class)
                .hasMessage(
                        "FAIL recovery (RECOVERED_TOO_LATE): recovered after 41.20 s, limit 30 s");
        assertThat(passed(results)).containsExactly("bank/a: ran to the end", COMPLETE);
    }

    @Test
    void anInconclusiveObjectiveIsNoAssertionErrorAndNoSkip() {
        FakeRuns runs = new FakeRuns()
                .drill(
                        drill("bank/a", "recovery"),
                        held("effect"),
                        inconclusive("recovery", Reason.NOT_MEASURED));

        EngineExecutionResults results = execute(runs);

        assertThat(failure(results, "bank/a: recovery"))
                .isExactlyInstanceOf(InconclusiveDrillException.class)
                .hasMessage("INCONCLUSIVE recovery (NOT_MEASURED): not measured");
    }

    @Test
    void implicitChecksThatDoNotPassAreNamedInOneLeaf() {
        FakeRuns runs = new FakeRuns()
                .drill(
                        drill("bank/a", "recovery"),
                        doubt("effect", Reason.FAULT_NOT_IN_EFFECT, "'cut' was never in effect"),
                        held("baseline"),
                        doubt("traffic", Reason.NO_TRAFFIC, "nobody came"),
                        pass("recovery"));

        EngineExecutionResults results = execute(runs);

        assertThat(failure(results, "bank/a: ran to the end"))
                .isExactlyInstanceOf(InconclusiveDrillException.class)
                .hasMessage("INCONCLUSIVE effect (FAULT_NOT_IN_EFFECT): 'cut' was never in effect\n"
                        + "INCONCLUSIVE traffic (NO_TRAFFIC): nobody came");
        assertThat(passed(results)).containsExactly("bank/a: recovery", COMPLETE);
    }

    @Test
    void aDrillWithoutImplicitChecksOrWithAnUnjudgedObjectiveIsInconclusive() {
        FakeRuns runs =
                new FakeRuns().drill(drill("bank/a", "recovery", "data-loss"), pass("recovery"));

        EngineExecutionResults results = execute(runs);

        assertThat(failure(results, "bank/a: ran to the end"))
                .hasMessage(
                        "INCONCLUSIVE implicit checks (NOT_MEASURED): no implicit check was made");
        assertThat(failure(results, "bank/a: data-loss"))
                .hasMessage("INCONCLUSIVE data-loss (NOT_MEASURED): was not judged");
    }

    @Test
    void aTwinPassesWhenExactlyItsObjectiveIsRedForItsReason() {
        Scenario twin = twin(
                "bank/a/no-standby", "recovery", Reason.RECOVERED_BY_HEAL, "recovery", "data-loss");
        FakeRuns runs = new FakeRuns()
                .drill(
                        twin,
                        held("effect"),
                        fail("recovery", Reason.RECOVERED_BY_HEAL),
                        pass("data-loss"));

        EngineExecutionResults results = execute(runs);

        assertThat(passed(results))
                .containsExactly(
                        "twin bank/a/no-standby turns recovery red (RECOVERED_BY_HEAL)", COMPLETE);
    }

    @Test
    void aTwinThatStaysGreenOrTurnsAnotherRedIsNotCaught() {
        Scenario twin = twin(
                "bank/a/no-standby", "recovery", Reason.RECOVERED_BY_HEAL, "recovery", "data-loss");
        FakeRuns runs = new FakeRuns()
                .drill(
                        twin,
                        held("effect"),
                        fail("recovery", Reason.RECOVERED_TOO_LATE),
                        fail("data-loss", Reason.ACKNOWLEDGED_WRITES_LOST));

        EngineExecutionResults results = execute(runs);

        assertThat(failure(
                        results, "twin bank/a/no-standby turns recovery red (RECOVERED_BY_HEAL)"))
                .isExactlyInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith(
                        "not caught: expected recovery FAIL (RECOVERED_BY_HEAL), was FAIL (RECOVERED_TOO_LATE)")
                .hasMessageContaining(
                        "data-loss must stay PASS, was FAIL (ACKNOWLEDGED_WRITES_LOST)");
    }

    @Test
    void withABrokenFileEveryProblemIsSaidAndNoDrillIsStarted() {
        Path file = Path.of("scenarios", "bank", "x.yaml");
        FakeRuns runs = new FakeRuns()
                .drill(drill("bank/a", "recovery"), held("effect"), pass("recovery"))
                .problem(new Problem(
                        file, 14, 5, "unknown fault 'latencey'", "known faults: cut, delay", ""))
                .problem(new Problem(
                        file, 20, 3, "unknown key 'withn'", "", "Did you mean 'within'?"));

        EngineExecutionResults results = execute(runs);

        assertThat(runs.started).isEmpty();
        Throwable failure = failure(results, file + " can be run");
        assertThat(failure)
                .hasMessage(
                        "scenarios/bank/x.yaml:14:5: unknown fault 'latencey'; known faults: cut, delay\n"
                                + "scenarios/bank/x.yaml:20:3: unknown key 'withn'. Did you mean 'within'?");
        assertThat(failure.getStackTrace()[0])
                .hasToString("scenario.line(scenarios/bank/x.yaml:14)");
        assertThat(failure(results, COMPLETE)).hasMessage("no drill was started");
    }

    @Test
    void aFilterThatMatchesNothingIsRed() {
        EngineExecutionResults results = execute(new FakeRuns().found(3));

        assertThat(failure(results, "there is a drill to run"))
                .hasMessage("no drill of 3 is chosen by firedrill.drills=bank/typo;"
                        + " a run without drills proves nothing");
        assertThat(failure(results, COMPLETE)).hasMessage("no drill was started");
    }

    @Test
    void emptyScenarioFoldersAreRed() {
        EngineExecutionResults results = execute(new FakeRuns());

        assertThat(failure(results, "there is a drill to run"))
                .hasMessage(
                        "there is no drill in the scenario folders; a run without drills proves nothing");
    }

    @Test
    void aCrashInTheRunnerIsInconclusiveAndTheNextDrillRuns() {
        FakeRuns runs = new FakeRuns()
                .drill(drill("bank/a", "recovery"), order -> {
                    throw new StackOverflowError("deep");
                })
                .drill(drill("bank/b", "recovery"), held("effect"), pass("recovery"));

        EngineExecutionResults results = execute(runs);

        assertThat(failure(results, "bank/a: ran to the end"))
                .hasMessage("INCONCLUSIVE harness (HARNESS_TROUBLE):"
                        + " the harness crashed: java.lang.StackOverflowError: deep");
        assertThat(failure(results, "bank/a: recovery")).hasMessageContaining("was not judged");
        assertThat(passed(results)).contains("bank/b: ran to the end", "bank/b: recovery");
    }

    @Test
    void drillsRunSideBySideWithinTheBudgetAndOneAtATimeStarts() {
        CyclicBarrier meeting = new CyclicBarrier(2);
        AtomicInteger starting = new AtomicInteger();
        AtomicInteger together = new AtomicInteger();
        FakeRuns.Script script = order -> {
            order.gate().enter();
            together.accumulateAndGet(starting.incrementAndGet(), Math::max);
            starting.decrementAndGet();
            order.gate().leave();
            return meet(meeting, List.of(held("effect"), pass("recovery")));
        };
        FakeRuns runs = new FakeRuns()
                .parallel(2)
                .drill(drill("bank/a", "recovery"), script)
                .drill(drill("bank/b", "recovery"), script);

        EngineExecutionResults results = execute(runs);

        assertThat(failures(results)).isEmpty();
        assertThat(together).hasValue(1);
    }

    private static List<Verdict> meet(CyclicBarrier meeting, List<Verdict> verdicts)
            throws InterruptedException {
        try {
            meeting.await(10, TimeUnit.SECONDS);
            return verdicts;
        } catch (BrokenBarrierException | TimeoutException e) {
            return List.of();
        }
    }

    @Test
    void theLongestDrillOfTheLastRunStartsFirstButResultsComeInTheOrderOfFiles() throws Exception {
        Files.createDirectories(reports.resolve("history"));
        Files.writeString(
                reports.resolve("history").resolve("drills.jsonl"),
                "{\"id\":\"bank/a\",\"seconds\":10}\nnonsense\n{\"id\":\"bank/b\",\"seconds\":90}\n");
        FakeRuns runs = new FakeRuns()
                .drill(drill("bank/a", "recovery"), held("effect"), pass("recovery"))
                .drill(drill("bank/b", "recovery"), held("effect"), pass("recovery"));

        EngineExecutionResults results = execute(runs);

        assertThat(runs.started).containsExactly("bank/b", "bank/a");
        assertThat(passed(results))
                .containsExactly(
                        "bank/a: ran to the end",
                        "bank/a: recovery",
                        "bank/b: ran to the end",
                        "bank/b: recovery",
                        COMPLETE);
    }

    @Test
    void idsNameFileAndObjectiveAndNeverAPosition() {
        FakeRuns runs =
                new FakeRuns().drill(drill("bank/a", "recovery"), held("effect"), pass("recovery"));

        List<String> ids = execute(runs)
                .testEvents()
                .started()
                .map(Event::getTestDescriptor)
                .map(test -> test.getUniqueId().toString())
                .toList();

        assertThat(ids)
                .containsExactly(
                        "[engine:firedrill]/[drill:bank%2Fa]/[leaf:ran to the end]",
                        "[engine:firedrill]/[drill:bank%2Fa]/[leaf:recovery]",
                        "[engine:firedrill]/[run:run]/[leaf:complete]");
    }

    @Test
    void tagsAreLevelSystemAndFunctionAndTakeADrillAsAWhole() {
        FakeRuns runs = new FakeRuns()
                .drill(drill("bank/a", "recovery"), held("effect"), pass("recovery"))
                .drill(drill("clinic/b", "recovery"), held("effect"), pass("recovery"));

        EngineExecutionResults some = EngineTestKit.engine(engine(runs))
                .selectors(selectDirectory("scenarios"))
                .filters(TagFilter.includeTags("clinic & gate & online-payments"))
                .execute();
        EngineExecutionResults none = EngineTestKit.engine(engine(runs))
                .selectors(selectDirectory("scenarios"))
                .filters(TagFilter.includeTags("typo"))
                .execute();

        assertThat(passed(some))
                .containsExactly("clinic/b: ran to the end", "clinic/b: recovery", COMPLETE);
        assertThat(runs.started).containsExactly("clinic/b");
        assertThat(none.testEvents().count()).isZero();
    }

    @Test
    void anIdChoosesOneLeafAndOtherSelectorsNothing() {
        FakeRuns runs =
                new FakeRuns().drill(drill("bank/a", "recovery"), held("effect"), pass("recovery"));

        EngineExecutionResults one = EngineTestKit.engine(engine(runs))
                .selectors(selectUniqueId("[engine:firedrill]/[drill:bank%2Fa]/[leaf:recovery]"))
                .execute();
        EngineExecutionResults other = EngineTestKit.engine(engine(runs))
                .selectors(selectClass(DrillEngineTests.class))
                .execute();

        assertThat(passed(one)).containsExactly("bank/a: recovery");
        assertThat(other.testEvents().count()).isZero();
    }

    @Test
    void aSecondRunInTheSameCheckoutStopsWithOneLineAndTouchesNothing() throws Exception {
        FakeRuns runs =
                new FakeRuns().drill(drill("bank/a", "recovery"), held("effect"), pass("recovery"));
        Path summary = reports.resolve("latest").resolve("summary.json");
        EngineExecutionResults results;

        try (Reports held = Reports.open(reports)) {
            Files.createDirectories(held.latest());
            Files.writeString(summary, "of the first run");
            results = execute(runs);
        }

        assertThat(Outcomes.first(results))
                .hasMessage("another run is under way in this checkout (process "
                        + ProcessHandle.current().pid() + ", lock " + reports.resolve(".lock")
                        + "). Wait for it, or run in a second checkout");
        assertThat(runs.started).isEmpty();
        assertThat(summary).hasContent("of the first run");
    }

    @Test
    void evidenceThatCanNotBeKeptMakesTheDrillInconclusive() {
        FakeRuns runs = new FakeRuns().drill(drill("bank/a", "recovery"), order -> {
            assertThat(order.folder()
                            .resolve("verdicts.json/in the way")
                            .toFile()
                            .mkdirs())
                    .isTrue();
            return List.of(held("effect"), pass("recovery"));
        });

        EngineExecutionResults results = execute(runs);

        assertThat(failure(results, "bank/a: ran to the end"))
                .hasMessageStartingWith(
                        "INCONCLUSIVE evidence (HARNESS_TROUBLE): evidence was not kept: ");
    }

    private DrillEngine engine(FakeRuns runs) {
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return new DrillEngine(
                new DrillEngine.Setup(runs.into(reports), plain -> Terminal.on(nowhere)));
    }

    private EngineExecutionResults execute(FakeRuns runs) {
        return EngineTestKit.engine(engine(runs))
                .selectors(selectDirectory("scenarios"))
                .execute();
    }
}
