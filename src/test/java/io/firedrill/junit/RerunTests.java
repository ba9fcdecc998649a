package io.firedrill.junit;

import static io.firedrill.SampleDrills.drill;
import static io.firedrill.SampleDrills.fail;
import static io.firedrill.SampleDrills.held;
import static io.firedrill.SampleDrills.inconclusive;
import static io.firedrill.SampleDrills.pass;
import static io.firedrill.SampleDrills.twin;
import static io.firedrill.junit.Outcomes.failures;
import static io.firedrill.junit.Outcomes.passed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.evidence.Terminal;
import io.firedrill.scenario.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What did not tell may be run once more; what told is never asked again. */
class RerunTests {
    private static final Verdict NOT_TOLD = inconclusive("recovery", Reason.HARNESS_OVERLOADED);

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @TempDir
    Path reports;

    @Test
    void anInconclusiveDrillIsRunOnceMoreAndBothPacksAreKept() throws IOException {
        FakeRuns runs = drilling(drill("bank/a", "recovery"), NOT_TOLD, pass("recovery"));

        EngineExecutionResults results = execute(runs.reruns(1));

        assertThat(failures(results)).isEmpty();
        assertThat(passed(results)).contains("bank/a: recovery");
        assertThat(runs.started).containsExactly("bank/a", "bank/a");
        assertThat(reports.resolve("latest/drills/bank/a/verdicts.json")).exists();
        assertThat(reports.resolve("latest/drills/bank/a.rerun-1/verdicts.json"))
                .exists();
        JsonNode told = summary().at("/drills/0");
        assertThat(told.at("/verdict").asText()).isEqualTo("PASS");
        assertThat(told.at("/pack").asText()).isEqualTo("drills/bank/a.rerun-1");
        assertThat(told.at("/earlier/0/verdict").asText()).isEqualTo("INCONCLUSIVE");
        assertThat(told.at("/earlier/0/pack").asText()).isEqualTo("drills/bank/a");
        assertThat(written.toString(StandardCharsets.UTF_8))
                .contains("bank/a: run once more, for the run before did not tell: INCONCLUSIVE"
                        + " recovery (HARNESS_OVERLOADED): not measured"
                        + " (its pack: drills/bank/a)");
    }

    @Test
    void aDrillThatStaysInconclusiveIsNotRunForEver() {
        FakeRuns runs = drilling(drill("bank/a", "recovery"), NOT_TOLD, NOT_TOLD, pass("recovery"));

        EngineExecutionResults results = execute(runs.reruns(1));

        assertThat(failures(results)).isNotEmpty();
        assertThat(runs.started).hasSize(2);
    }

    @Test
    void aFailIsNeverRunAgain() {
        Verdict red = fail("recovery", Reason.NOT_RECOVERED);
        FakeRuns runs = drilling(drill("bank/a", "recovery"), red, pass("recovery"));

        EngineExecutionResults results = execute(runs.reruns(5));

        assertThat(failures(results)).isNotEmpty();
        assertThat(runs.started).hasSize(1);
    }

    @Test
    void aDrillThatWasStoppedIsNotRunAgain() {
        Verdict stopped = inconclusive("recovery", Reason.ABORTED);
        FakeRuns runs = drilling(drill("bank/a", "recovery"), stopped, pass("recovery"));

        execute(runs.reruns(1));

        assertThat(runs.started).hasSize(1);
    }

    @Test
    void aTwinIsRunAgainOnlyWhereItDidNotTell() {
        Scenario red = twin("bank/a/no-standby", "recovery", Reason.NOT_RECOVERED, "recovery");
        FakeRuns told = drilling(red, pass("recovery"), fail("recovery", Reason.NOT_RECOVERED));
        FakeRuns doubted = drilling(red, NOT_TOLD, fail("recovery", Reason.NOT_RECOVERED));

        execute(told.reruns(1));
        EngineExecutionResults second = execute(doubted.reruns(1));

        assertThat(told.started).hasSize(1);
        assertThat(doubted.started).hasSize(2);
        assertThat(failures(second)).isEmpty();
    }

    @Test
    void withoutTheSwitchNothingIsRunAgain() {
        FakeRuns runs = drilling(drill("bank/a", "recovery"), NOT_TOLD, pass("recovery"));

        execute(runs.reruns(0));

        assertThat(runs.started).hasSize(1);
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

    private JsonNode summary() throws IOException {
        return new ObjectMapper()
                .readTree(reports.resolve("latest/summary.json").toFile());
    }
}
