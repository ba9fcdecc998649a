package io.firedrill.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firedrill.SampleDrills;
import io.firedrill.SampleJournal;
import io.firedrill.check.DrillResult;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.scenario.Problem;
import io.firedrill.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands above the packs of a run, and the draft in a pack that did not pass. */
final class RunFilesTests {
    private static final Instant START = Instant.parse("2026-03-01T09:30:00Z");
    private static final Scenario DRILL =
            SampleDrills.drill("bank/primary-lost", "recovery", "data-loss");

    @TempDir
    Path folder;

    private static Drilled drilled(Scenario drill, Verdict... verdicts) {
        return new Drilled(
                new DrillResult(drill, List.of(verdicts)),
                SampleJournal.primaryLost(),
                Reports.place(drill),
                START,
                START.plusSeconds(48),
                List.of(),
                List.of());
    }

    private static Drilled failed() {
        return drilled(
                DRILL,
                SampleDrills.held("ran-to-the-end"),
                SampleDrills.fail("recovery", Reason.RECOVERED_TOO_LATE),
                SampleDrills.pass("data-loss"));
    }

    private static Drilled passed() {
        return drilled(DRILL, SampleDrills.pass("recovery"), SampleDrills.pass("data-loss"));
    }

    private static Run run(int planned, List<Problem> problems, Drilled... drilled) {
        return new Run(
                "containers",
                List.of(),
                planned,
                START,
                START.plusSeconds(60),
                Arrays.asList(drilled),
                problems,
                Map.of());
    }

    private JsonNode written(String file, Run run, Map<String, String> environment)
            throws Exception {
        History history = new History(folder.resolve("history"));
        SummaryFile.write(folder.resolve("summary.json"), run, KnownGaps.NONE);
        run.drilled().forEach(drill -> history.add(drill, drill, Optional.empty()));
        RunFiles.write(
                folder, history, run, new RunFiles.Around(List.of(DRILL), environment, List.of()));
        return new ObjectMapper().readTree(folder.resolve(file).toFile());
    }

    private String outcome(Run run) throws Exception {
        Files.deleteIfExists(folder.resolve("summary.json"));
        return written("summary.json", run, Map.of()).get("outcome").asText();
    }

    @Test
    void theSummarySaysWhoseFaultItIs() throws Exception {
        Drilled unknown =
                drilled(DRILL, SampleDrills.inconclusive("recovery", Reason.STRADDLES_LIMIT));
        Problem problem = new Problem(Path.of("x.yaml"), 1, 2, "is odd", "", "");

        assertThat(outcome(run(1, List.of(), passed()))).isEqualTo("held");
        assertThat(outcome(run(2, List.of(), failed(), unknown))).isEqualTo("system failed");
        assertThat(outcome(run(1, List.of(), unknown))).isEqualTo("drill could not tell");
        assertThat(outcome(run(2, List.of(), passed()))).isEqualTo("drill could not tell");
        assertThat(outcome(run(0, List.of(problem)))).isEqualTo("could not run");
        assertThat(outcome(run(3, List.of()))).isEqualTo("could not run");
    }

    @Test
    void whatASecondPartOfTheRunFindsIsTheOutcomeOfBoth() throws Exception {
        written("summary.json", run(1, List.of(), failed()), Map.of());

        JsonNode both = written("summary.json", run(1, List.of(), passed()), Map.of());

        assertThat(both.get("outcome").asText()).isEqualTo("system failed");
        assertThat(Files.readString(folder.resolve("index.html"))).contains("system failed");
    }

    @Test
    void theBadgeIsWhatShieldsAsksFor() throws Exception {
        JsonNode badge = written("badge.json", run(1, List.of(), failed()), Map.of());

        assertThat(badge.get("schemaVersion").asInt()).isEqualTo(1);
        assertThat(badge.get("label").asText()).isEqualTo("drills");
        assertThat(badge.get("message").asText()).isEqualTo("1 of 1 failed");
        assertThat(badge.get("color").asText()).isEqualTo("red");
    }

    @Test
    void sarifHasOneResultForEachObjectiveThatDidNotPass() throws Exception {
        JsonNode sarif = written("findings.sarif", run(1, List.of(), failed()), Map.of());

        assertThat(sarif.get("version").asText()).isEqualTo("2.1.0");
        JsonNode results = sarif.at("/runs/0/results");
        assertThat(results).hasSize(1);
        JsonNode result = results.get(0);
        assertThat(result.get("ruleId").asText()).isEqualTo("RECOVERED_TOO_LATE");
        assertThat(result.get("level").asText()).isEqualTo("error");
        assertThat(result.at("/message/text").asText())
                .isEqualTo("bank/primary-lost: recovered after 41.20 s, limit 30 s");
        JsonNode place = result.at("/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asText())
                .isEqualTo("scenarios/bank/primary-lost.yaml");
        assertThat(place.at("/artifactLocation/uriBaseId").asText()).isEqualTo("%SRCROOT%");
        int line = place.at("/region/startLine").asInt();
        String text =
                Files.readAllLines(Path.of("scenarios/bank/primary-lost.yaml")).get(line - 1);
        assertThat(text).contains("- recovery:");
        assertThat(sarif.at("/runs/0/tool/driver/rules/0/id").asText())
                .isEqualTo("RECOVERED_TOO_LATE");
    }

    @Test
    void sarifSaysWhatIsWrongWithAFileAndIsEmptyWhereAllHeld() throws Exception {
        Problem problem = new Problem(
                Path.of("scenarios/a b/x.yaml"), 3, 7, "is odd", "known: even", "Did you?");

        JsonNode broken = written("findings.sarif", run(0, List.of(problem)), Map.of());
        Files.delete(folder.resolve("summary.json"));
        JsonNode good = written("findings.sarif", run(1, List.of(), passed()), Map.of());

        JsonNode result = broken.at("/runs/0/results/0");
        assertThat(result.at("/message/text").asText()).isEqualTo("is odd; known: even. Did you?");
        JsonNode place = result.at("/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("scenarios/a%20b/x.yaml");
        assertThat(place.at("/region/startColumn").asInt()).isEqualTo(7);
        assertThat(good.at("/runs/0/results")).isEmpty();
        assertThat(good.at("/runs/0/results").isArray()).isTrue();
    }

    @Test
    void aTwinThatWasNotCaughtIsAFinding() throws Exception {
        Scenario twin = SampleDrills.twin(
                "bank/primary-lost/no-standby", "recovery", Reason.NOT_RECOVERED, "recovery");

        JsonNode sarif = written(
                "findings.sarif",
                run(1, List.of(), drilled(twin, SampleDrills.pass("recovery"))),
                Map.of());

        assertThat(sarif.at("/runs/0/results/0/ruleId").asText()).isEqualTo("TWIN_NOT_CAUGHT");
    }

    @Test
    void theJobSummaryIsAppendedWhereTheEnvironmentNamesAFile() throws Exception {
        Path file = folder.resolve("step.md");
        Files.writeString(file, "before\n");

        written(
                "badge.json",
                run(1, List.of(), failed()),
                Map.of("GITHUB_STEP_SUMMARY", file.toString()));

        assertThat(Files.readString(file))
                .startsWith("before\n## Drills: FAIL (system failed)")
                .contains("| bank/primary-lost | FAIL | recovered after 41.20 s, limit 30 s |");
    }

    @Test
    void theHistoryKeepsIntervalsAndReadsLinesThatHaveNone() throws Exception {
        History history = new History(folder);
        Files.writeString(folder.resolve("drills.jsonl"), """
                {"id":"bank/primary-lost","started":"2026-02-01T00:00:00Z","verdict":"PASS",\
                "good":true,"seconds":48.2,"measured":{"recovery":18.2}}
                no json
                {"id":"bank/primary-lost","started":"once"}
                """);

        history.add(passed(), failed(), Optional.empty());

        List<PastRun> runs = history.runs();
        assertThat(runs).hasSize(2);
        assertThat(runs.get(0).measured().get("recovery"))
                .isEqualTo(new PastRun.Value(18.2, 18.2, "", false, false));
        assertThat(runs.get(0).verdictOn("recovery")).contains("PASS");
        assertThat(runs.get(1).verdict()).as("the worst of all runs counts").isEqualTo("FAIL");
        assertThat(runs.get(1).measured().get("recovery"))
                .isEqualTo(new PastRun.Value(20.61, 20.65, "s", true, false));
        assertThat(runs.get(1).verdictOn("recovery")).contains("FAIL");
        assertThat(history.lasted()).containsKey("bank/primary-lost");
    }

    @Test
    void aDrillThatDidNotPassLeavesADraftForPeople() {
        String draft = AfterAction.of(failed()).orElseThrow();

        assertThat(draft)
                .contains("## 1. What was expected", "## 2. What happened", "## 3. Why")
                .contains("## 4. What next", "- Critical function: online payments")
                .contains("- Threat: not stated", "- Approved by: not stated")
                .contains("| recovery | FAIL | recovered after 41.20 s, limit 30 s |")
                .contains("recovery, RECOVERED\\_TOO\\_LATE | _to be filled in_");
        assertThat(draft).isEqualTo(AfterAction.of(failed()).orElseThrow());
    }

    @Test
    void aPassATwinAndADryRunLeaveNone() {
        Scenario twin = SampleDrills.twin(
                "bank/primary-lost/no-standby", "recovery", Reason.NOT_RECOVERED, "recovery");

        assertThat(AfterAction.of(passed())).isEmpty();
        assertThat(AfterAction.of(
                        drilled(twin, SampleDrills.fail("recovery", Reason.NOT_RECOVERED))))
                .isEmpty();
        assertThat(AfterAction.of(
                        drilled(DRILL, SampleDrills.inconclusive("recovery", Reason.DRY_RUN))))
                .isEmpty();
    }

    @Test
    void markdownOfOthersIsShownAndNeverMarkup() {
        assertThat(Markdown.of("a | b\n# c <img src=x> `d` [e](http://f.example) www.g.example"))
                .isEqualTo("a \\| b \\# c \\<img src=x\\> \\`d\\` \\[e\\]\\(http\\://f.example\\)"
                        + " www\\.g.example");
        assertThat(Markdown.of("- item")).isEqualTo("\\- item");
        assertThat(Markdown.of("1. item")).isEqualTo("1\\. item");
        assertThat(Markdown.of("20.6 s, was 18.2 s - worse"))
                .isEqualTo("20.6 s, was 18.2 s - worse");
        assertThat(Markdown.of("half \uD800 of one")).isEqualTo("half ? of one");
        assertThat(Markdown.of("a\\b")).isEqualTo("a\\\\b");
    }
}
