package io.firedrill.junit;

import static io.firedrill.SampleDrills.drill;
import static io.firedrill.SampleDrills.fail;
import static io.firedrill.SampleDrills.held;
import static io.firedrill.SampleDrills.inconclusive;
import static io.firedrill.SampleDrills.pass;
import static io.firedrill.junit.Outcomes.failure;
import static io.firedrill.junit.Outcomes.failures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firedrill.SampleFindings;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.evidence.Terminal;
import io.firedrill.scenario.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What the ledger of findings makes of drills as tests. */
final class KnownGapsTests {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final Verdict LATE = fail("recovery", Reason.RECOVERED_TOO_LATE);

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path reports;

    private EngineExecutionResults run(Finding finding, Verdict... verdicts) {
        FakeRuns runs = new FakeRuns()
                .drill(drill("bank/a", "recovery", "data-loss"), verdicts)
                .finding(finding)
                .into(reports);
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return EngineTestKit.engine(
                        new DrillEngine(new DrillEngine.Setup(runs, plain -> Terminal.on(out))))
                .selectors(selectDirectory("scenarios"))
                .execute();
    }

    private static Finding due(LocalDate day) {
        return SampleFindings.on("bank/a", "recovery", TODAY.minusDays(9), day);
    }

    /** Gives what Allure shows, in the order of the alphabet. */
    private List<String> allure() throws IOException {
        try (Stream<Path> results = Files.list(reports.resolve("latest/allure-results"))) {
            List<String> shown = new ArrayList<>();
            for (Path file :
                    results.filter(it -> it.toString().endsWith("-result.json")).toList()) {
                shown.add(new ObjectMapper()
                        .readTree(file.toFile())
                        .path("status")
                        .asText());
            }
            return shown.stream().sorted().toList();
        }
    }

    private JsonNode summary() throws IOException {
        return new ObjectMapper()
                .readTree(reports.resolve("latest").resolve("summary.json").toFile());
    }

    @Test
    void aKnownGapInTimeFailsNoBuildAndIsSaidLoudly() throws IOException {
        EngineExecutionResults results = run(due(TODAY), held("effect"), LATE, pass("data-loss"));

        assertThat(failures(results)).isEmpty();
        assertThat(results.testEvents().aborted().map(Outcomes::name))
                .containsExactly("bank/a: recovery");
        assertThat(summary().path("verdict").asText()).isEqualTo("FAIL");
        assertThat(summary().path("outcome").asText()).isEqualTo("known findings");
        assertThat(allure()).containsExactly("passed", "passed", "skipped");
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("KNOWN bank/a/recovery: finding F-1 (the payments team) is known: "
                        + "Transfers stay away too long. Due on " + TODAY + " (0 days left)");
    }

    @Test
    void aGapThatIsOverdueFailsTheBuild() throws IOException {
        EngineExecutionResults results =
                run(due(TODAY.minusDays(1)), held("effect"), LATE, pass("data-loss"));

        assertThat(failure(results, "bank/a: recovery"))
                .isInstanceOf(AssertionError.class)
                .hasMessageEndingWith("was due on " + TODAY.minusDays(1) + ", 1 day ago");
        assertThat(allure()).containsExactly("failed", "passed", "passed");
        assertThat(summary().path("outcome").asText()).isEqualTo("system failed");
    }

    @Test
    void aRiskThatSomebodyTookPutsTheDayOff() {
        Finding accepted = SampleFindings.accepted(due(TODAY.minusDays(1)), TODAY.plusDays(2));

        EngineExecutionResults results = run(accepted, held("effect"), LATE, pass("data-loss"));

        assertThat(failures(results)).isEmpty();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("Accepted by the board until " + TODAY.plusDays(2) + " (2 days left)");
    }

    @Test
    void aGapThatHoldsAgainFailsTheBuildUntilItIsClosed() throws IOException {
        EngineExecutionResults results =
                run(due(TODAY.plusDays(9)), held("effect"), pass("recovery"), pass("data-loss"));

        assertThat(failure(results, "bank/a: recovery"))
                .hasMessageContaining("finding F-1 (the payments team) is open, and recovery held")
                .hasMessageContaining("findings close F-1");
        assertThat(summary().path("outcome").asText()).isEqualTo("findings to close");
    }

    @Test
    void aClosedFindingExcusesNothing() {
        Finding closed = SampleFindings.closed(due(TODAY), TODAY);

        EngineExecutionResults results = run(closed, held("effect"), LATE, pass("data-loss"));

        assertThat(failures(results)).contains("bank/a: recovery");
    }

    @Test
    void whatElseFailsOrIsNotKnownIsNotExcused() throws IOException {
        EngineExecutionResults results = run(
                due(TODAY),
                held("effect"),
                LATE,
                fail("data-loss", Reason.ACKNOWLEDGED_WRITES_LOST));

        assertThat(failures(results)).contains("bank/a: data-loss");
        assertThat(summary().path("outcome").asText()).isEqualTo("system failed");
    }

    @Test
    void aVerdictThatTellsNothingIsNotExcused() {
        EngineExecutionResults results = run(
                due(TODAY),
                held("effect"),
                inconclusive("recovery", Reason.NOT_MEASURED),
                pass("data-loss"));

        assertThat(failure(results, "bank/a: recovery"))
                .isInstanceOf(InconclusiveDrillException.class);
    }
}
