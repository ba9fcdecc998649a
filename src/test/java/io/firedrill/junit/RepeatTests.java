package io.firedrill.junit;

import static io.firedrill.SampleDrills.drill;
import static io.firedrill.SampleDrills.fail;
import static io.firedrill.SampleDrills.held;
import static io.firedrill.SampleDrills.inconclusive;
import static io.firedrill.SampleDrills.pass;
import static io.firedrill.junit.Outcomes.failure;
import static io.firedrill.junit.Outcomes.failures;
import static io.firedrill.junit.Outcomes.passed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.evidence.Terminal;
import io.firedrill.scenario.Repetition;
import io.firedrill.scenario.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.opentest4j.AssertionFailedError;

/** A drill that is run several times is one container, whose worst run counts. */
class RepeatTests {
    private static final Verdict NOT_TOLD = inconclusive("recovery", Reason.HARNESS_OVERLOADED);
    private static final Verdict GOOD = pass("recovery");
    private static final Verdict BAD = fail("recovery", Reason.RECOVERED_TOO_LATE);

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @TempDir
    Path reports;

    @Test
    void everyRunHasAPhaseAndAPackOfItsOwnAndTheLeavesAreThoseOfOneDrill() {
        FakeRuns runs = drilling(3, GOOD, GOOD, GOOD);

        EngineExecutionResults results = execute(runs);

        assertThat(failures(results)).isEmpty();
        assertThat(passed(results))
                .containsExactly(
                        "bank/a: ran to the end",
                        "bank/a: recovery",
                        "every planned drill was run and its evidence is written");
        assertThat(runs.runs).extracting(Repetition::number).containsExactly(1, 2, 3);
        assertThat(runs.runs).extracting(Repetition::shift).doesNotHaveDuplicates();
        assertThat(packs()).containsExactly("run-1", "run-2", "run-3");
        assertThat(lines()).contains("run 2 of 3: PASS bank/a after 0:00");
    }

    @Test
    void oneRunThatFailsFailsTheDrillAndTheOthersAreStillMade() throws IOException {
        FakeRuns runs = drilling(3, GOOD, BAD, GOOD);

        EngineExecutionResults results = execute(runs.reruns(1));

        assertThat(failure(results, "bank/a: recovery"))
                .isExactlyInstanceOf(AssertionFailedError.class)
                .hasMessage("FAIL recovery (RECOVERED_TOO_LATE): run 2 of 3: recovered after"
                        + " 41.20 s, limit 30 s");
        assertThat(packs()).containsExactly("run-1", "run-2", "run-3");
        JsonNode told = summary().at("/drills/0");
        assertThat(told.at("/verdict").asText()).isEqualTo("FAIL");
        assertThat(told.at("/pack").asText()).isEqualTo("drills/bank/a/run-2");
        assertThat(lines())
                .contains("bank/a: FAIL recovery (RECOVERED_TOO_LATE): run 2 of 3: recovered"
                        + " after 41.20 s, limit 30 s");
    }

    @Test
    void worstMedianAndSpreadAreInSummaryAndTable() throws IOException {
        execute(drilling(3, GOOD, BAD, GOOD));

        JsonNode told = summary().at("/drills/0");
        JsonNode over = told.at("/objectives/0/over");
        assertThat(over.toString())
                .isEqualTo("{\"runs\":3,\"PASS\":2,\"FAIL\":1,\"INCONCLUSIVE\":0,\"measured\":3,"
                        + "\"worst\":{\"low\":41.18,\"high\":41.22,\"unit\":\"s\"},"
                        + "\"median\":{\"low\":20.61,\"high\":20.65,\"unit\":\"s\"},"
                        + "\"spread\":{\"low\":20.53,\"high\":20.61,\"unit\":\"s\"}}");
        assertThat(told.at("/objectives/0/measured").toString())
                .isEqualTo("{\"low\":41.18,\"high\":41.22,\"unit\":\"s\"}");
        JsonNode second = told.at("/runs/1");
        assertThat(second.at("/run").asText()).isEqualTo("run 2 of 3");
        assertThat(second.at("/verdict").asText()).isEqualTo("FAIL");
        assertThat(second.at("/pack").asText()).isEqualTo("drills/bank/a/run-2");
        assertThat(second.at("/shift").asText()).matches("[0-9]\\.[0-9]{3} s");
        assertThat(second.at("/objectives/0/measured/low").asDouble()).isEqualTo(41.18);
        assertThat(lines())
                .contains(" min, 3 runs")
                .contains("worst 41.20 s +-0.02")
                .contains("median 20.63 s +-0.02")
                .contains("spread 20.57 s +-0.04");
    }

    @Test
    void aSingleRunThatDidNotTellIsRunAgainByItselfAndAllPacksAreKept() throws IOException {
        FakeRuns runs = drilling(2, GOOD, NOT_TOLD, GOOD);

        EngineExecutionResults results = execute(runs.reruns(1));

        assertThat(failures(results)).isEmpty();
        assertThat(runs.runs).extracting(Repetition::number).containsExactly(1, 2, 2);
        assertThat(packs()).containsExactly("run-1", "run-2", "run-2.rerun-1");
        JsonNode second = summary().at("/drills/0/runs/1");
        assertThat(second.at("/pack").asText()).isEqualTo("drills/bank/a/run-2.rerun-1");
        assertThat(second.at("/earlier/0/pack").asText()).isEqualTo("drills/bank/a/run-2");
        assertThat(lines())
                .contains("bank/a: run 2 of 2: run once more, for the run before did not tell:"
                        + " INCONCLUSIVE recovery (HARNESS_OVERLOADED): not measured"
                        + " (its pack: drills/bank/a/run-2)");
    }

    @Test
    void aRunThatStaysInconclusiveMakesTheDrillInconclusive() {
        EngineExecutionResults results = execute(drilling(2, NOT_TOLD, GOOD));

        assertThat(failure(results, "bank/a: recovery"))
                .isExactlyInstanceOf(InconclusiveDrillException.class)
                .hasMessage("INCONCLUSIVE recovery (HARNESS_OVERLOADED): run 1 of 2: not measured");
    }

    @Test
    void aStopBetweenTwoRunsLeavesNoPassThoughTheRunsSoFarPassed() throws IOException {
        Scenario drill = drill("bank/a", "recovery").repeated(4);
        FakeRuns runs = new FakeRuns().into(reports).drill(drill, order -> {
            order.stop().stop("the JVM was asked to end");
            return List.of(held("effect"), GOOD);
        });

        execute(runs.reruns(1));

        assertThat(runs.runs).hasSize(1);
        assertThat(packs()).containsExactly("run-1", "run-2");
        JsonNode told = summary().at("/drills/0");
        assertThat(told.at("/verdict").asText()).isEqualTo("INCONCLUSIVE");
        assertThat(told.at("/runs/1/why").asText())
                .isEqualTo("INCONCLUSIVE harness (ABORTED): not started: the JVM was asked to end");
    }

    @Test
    void allureHasOneResultForEachLeafWhoseDescriptionNamesEveryRun() throws IOException {
        execute(drilling(2, BAD, GOOD));

        List<JsonNode> leaves = allure();

        assertThat(leaves).hasSize(2);
        JsonNode recovery = leaves.stream()
                .filter(leaf -> leaf.at("/status").asText().equals("failed"))
                .findFirst()
                .orElseThrow();
        assertThat(recovery.at("/fullName").asText()).isEqualTo("bank/a/recovery");
        assertThat(recovery.at("/description").asText())
                .contains("Over 2 runs: worst 41.20 s +-0.02, median 30.92 s +-0.02,"
                        + " spread 20.57 s +-0.04")
                .contains("The worst verdict counts.")
                .contains("run 1 of 2: FAIL, first fault later by ")
                .contains("(its pack: drills/bank/a/run-2)");
    }

    @Test
    void theReportOfARerunNamesTheRunBeforeIt() throws IOException {
        Scenario once = drill("bank/a", "recovery");

        execute(drilling(once, NOT_TOLD, GOOD).reruns(1));

        assertThat(allure())
                .filteredOn(leaf -> leaf.at("/description")
                        .asText()
                        .contains("run once more, for the run before did not tell: INCONCLUSIVE"
                                + " recovery (HARNESS_OVERLOADED): not measured (its pack:"
                                + " drills/bank/a)"))
                .extracting(leaf -> leaf.at("/fullName").asText())
                .containsExactlyInAnyOrder("bank/a/ran to the end", "bank/a/recovery");
        JsonNode pack = new ObjectMapper()
                .readTree(reports.resolve("latest/drills/bank/a.rerun-1/verdicts.json")
                        .toFile());
        assertThat(pack.at("/earlier/0/pack").asText()).isEqualTo("drills/bank/a");
    }

    private FakeRuns drilling(int times, Verdict... oneAfterTheOther) {
        return drilling(drill("bank/a", "recovery").repeated(times), oneAfterTheOther);
    }

    private FakeRuns drilling(Scenario scenario, Verdict... oneAfterTheOther) {
        Deque<Verdict> left = new ArrayDeque<>(List.of(oneAfterTheOther));
        return new FakeRuns()
                .into(reports)
                .drill(scenario, order -> List.of(held("effect"), left.removeFirst()));
    }

    private EngineExecutionResults execute(FakeRuns runs) {
        PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
        DrillEngine engine =
                new DrillEngine(new DrillEngine.Setup(runs, plain -> Terminal.on(out)));
        return EngineTestKit.engine(engine)
                .selectors(selectDirectory("scenarios"))
                .execute();
    }

    private List<String> packs() {
        String[] there = reports.resolve("latest/drills/bank/a").toFile().list();
        return Stream.of(there == null ? new String[0] : there).sorted().toList();
    }

    private String lines() {
        return written.toString(StandardCharsets.UTF_8);
    }

    private JsonNode summary() throws IOException {
        return new ObjectMapper()
                .readTree(reports.resolve("latest/summary.json").toFile());
    }

    private List<JsonNode> allure() throws IOException {
        List<JsonNode> leaves = new ArrayList<>();
        try (Stream<Path> files = Files.list(reports.resolve("latest/allure-results"))) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith("-result.json")).toList()) {
                leaves.add(new ObjectMapper().readTree(file.toFile()));
            }
        }
        return leaves;
    }
}
