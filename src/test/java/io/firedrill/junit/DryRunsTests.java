package io.firedrill.junit;

import static io.firedrill.junit.Outcomes.failures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firedrill.SampleDrills;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.evidence.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A dry run does not fail a build, and nothing that it leaves can be taken for a PASS. */
class DryRunsTests {
    private static final Verdict DRY = SampleDrills.inconclusive("recovery", Reason.DRY_RUN);
    private static final Verdict SAID =
            SampleDrills.doubt("dry-run", Reason.DRY_RUN, "nothing was injected");

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @TempDir
    Path reports;

    private EngineExecutionResults execute(Verdict... verdicts) {
        FakeRuns runs = new FakeRuns()
                .into(reports)
                .dry()
                .reruns(1)
                .drill(SampleDrills.drill("bank/a", "recovery"), order -> List.of(verdicts));
        PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
        return EngineTestKit.engine(
                        new DrillEngine(new DrillEngine.Setup(runs, plain -> Terminal.on(out))))
                .selectors(selectDirectory("scenarios"))
                .execute();
    }

    @Test
    void aRehearsedDrillIsSkippedNeitherGreenNorRed() {
        EngineExecutionResults results = execute(SAID, DRY);

        assertThat(failures(results)).isEmpty();
        assertThat(results.testEvents().aborted().stream()
                        .map(event -> event.getTestDescriptor().getDisplayName()))
                .containsExactly("bank/a: DRY RUN: nothing was injected, so nothing is proved");
    }

    @Test
    void theSummarySaysDryAndNoPassStandsAnywhere() throws IOException {
        execute(SAID, DRY);

        Path latest = reports.resolve("latest");
        JsonNode summary =
                new ObjectMapper().readTree(latest.resolve("summary.json").toFile());
        assertThat(summary.at("/dry").asBoolean()).isTrue();
        assertThat(summary.at("/verdict").asText()).isEqualTo("DRY");
        assertThat(summary.at("/drills/0/verdict").asText()).isEqualTo("DRY");
        assertThat(latest.resolve("summary.json")).content().doesNotContain("PASS");
        assertThat(latest.resolve("dry/bank/a/verdicts.json"))
                .content()
                .contains("\"dry\" : true")
                .doesNotContain("PASS");
        assertThat(latest.resolve("drills")).doesNotExist();
        assertThat(reports.resolve("history")).doesNotExist();
        assertThat(written.toString(StandardCharsets.UTF_8))
                .contains(
                        "DRY: DRY RUN: nothing was injected, so nothing is proved; 1 of 1 drills are"
                                + " ready to be run, no twin was run")
                .doesNotContain("PASS");
    }

    @Test
    void theReportShowsItAsSkipped() throws IOException {
        execute(SAID, DRY);

        try (Stream<Path> results = Files.list(reports.resolve("latest/allure-results"))) {
            assertThat(results.filter(file -> file.toString().endsWith("-result.json")))
                    .singleElement()
                    .satisfies(file -> assertThat(file)
                            .content()
                            .contains("\"name\":\"bank/a: DRY RUN", "\"status\":\"skipped\""));
        }
    }

    @Test
    void whatWouldHaveSpoiledTheDrillFailsTheBuildAndIsNotRunAgain() throws IOException {
        EngineExecutionResults results = execute(
                SAID, DRY, SampleDrills.doubt("links-used", Reason.LINK_NOT_USED, "nobody"));

        assertThat(failures(results)).hasSize(1);
        JsonNode summary = new ObjectMapper()
                .readTree(reports.resolve("latest/summary.json").toFile());
        assertThat(summary.at("/verdict").asText()).isEqualTo("INCONCLUSIVE");
        assertThat(summary.at("/drills/0/verdict").asText()).isEqualTo("INCONCLUSIVE");
    }

    @Test
    void aDryRunThatBrokeOffStillSaysThatItWasOne() throws IOException {
        execute(SampleDrills.pass("recovery"));

        JsonNode summary = new ObjectMapper()
                .readTree(reports.resolve("latest/summary.json").toFile());
        assertThat(summary.at("/dry").asBoolean()).isTrue();
        assertThat(summary.at("/verdict").asText()).isEqualTo("INCONCLUSIVE");
    }
}
