package io.firedrill.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firedrill.SampleDrills;
import io.firedrill.SampleJournal;
import io.firedrill.check.DrillResult;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.evidence.seal.Seal;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Problem;
import io.firedrill.scenario.Scenario;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What a run leaves behind. */
final class EvidenceTests {
    private static final Instant START = Instant.parse("2026-03-01T09:30:00Z");
    private static final String SECRET = "correct-horse-battery";

    @TempDir
    Path folder;

    @Test
    void theSummaryHasTheNamesThatScriptsDependOn() throws Exception {
        Scenario twin = SampleDrills.twin(
                "bank/primary-lost/no-standby", "recovery", Reason.RECOVERED_BY_HEAL, "recovery");
        Run run = run(
                drilled(passing(), SampleJournal.primaryLost()),
                drilled(
                        new DrillResult(
                                twin,
                                List.of(
                                        SampleDrills.held("effect"),
                                        SampleDrills.fail("recovery", Reason.RECOVERED_BY_HEAL))),
                        List::of));

        SummaryFile.write(folder.resolve("summary.json"), run, KnownGaps.NONE);

        JsonNode summary = json(folder.resolve("summary.json"));
        assertThat(summary.get("format").asText()).isEqualTo("firedrill-summary/1");
        assertThat(summary.get("mode").asText()).isEqualTo("containers");
        assertThat(summary.get("verdict").asText()).isEqualTo("PASS");
        JsonNode drill = summary.get("drills").get(0);
        assertThat(drill.get("id").asText()).isEqualTo("bank/primary-lost");
        assertThat(drill.get("seconds").asDouble()).isEqualTo(48.2);
        assertThat(drill.get("pack").asText()).isEqualTo("drills/bank/primary-lost");
        assertThat(drill.get("objectives").get(0).toString())
                .contains(
                        "\"id\":\"recovery\"",
                        "\"verdict\":\"PASS\"",
                        "\"reason\":null",
                        "\"target\":\"30 s\"",
                        "\"measured\":{\"low\":20.61,\"high\":20.65,\"unit\":\"s\"}");
        JsonNode caught = summary.get("twins").get(0);
        assertThat(caught.get("id").asText()).isEqualTo("bank/primary-lost/no-standby");
        assertThat(caught.get("expected").get("objective").asText()).isEqualTo("recovery");
        assertThat(caught.get("expected").get("reason").asText()).isEqualTo("RECOVERED_BY_HEAL");
        assertThat(caught.get("caught").asBoolean()).isTrue();
    }

    @Test
    void theSummarySaysWhatBecameOfPredictionsAndThatThereWasOneRun() throws Exception {
        SummaryFile.write(
                folder.resolve("summary.json"), run(drilled(passing(), List::of)), KnownGaps.NONE);

        JsonNode drill = json(folder.resolve("summary.json")).at("/drills/0");
        assertThat(drill.at("/predictions/0/objective").asText()).isEqualTo("recovery");
        assertThat(drill.at("/predictions/0/predicted").asText()).isEqualTo("15s..25s");
        assertThat(drill.at("/predictions/0/outcome").asText()).isEqualTo("AS_PREDICTED");
        assertThat(drill.at("/predictions/0/said").asText())
                .isEqualTo("predicted recovery 15s..25s, was 20.61 to 20.65 s, as predicted");
        assertThat(drill.at("/runs")).isEmpty();
        assertThat(drill.at("/objectives/0").has("over")).isFalse();
    }

    @Test
    void aRunIsOnlyPassedWhereEverythingPlannedWasRunAndGood() {
        Drilled good = drilled(passing(), List::of);
        Drilled bad = drilled(
                new DrillResult(
                        drill(), List.of(SampleDrills.fail("recovery", Reason.NOT_RECOVERED))),
                List::of);
        Problem problem = new Problem(Path.of("x.yaml"), 1, 1, "broken", "", "");

        assertThat(run(good).verdict()).isEqualTo(Verdict.Status.PASS);
        assertThat(run(good, bad).verdict()).isEqualTo(Verdict.Status.FAIL);
        assertThat(run().verdict()).isEqualTo(Verdict.Status.INCONCLUSIVE);
        assertThat(run(2, List.of(), good).verdict()).isEqualTo(Verdict.Status.INCONCLUSIVE);
        assertThat(run(1, List.of(problem), good).verdict()).isEqualTo(Verdict.Status.INCONCLUSIVE);
    }

    @Test
    void aPackHoldsEverythingAndNoSecretAndIsThereAsAWhole() throws Exception {
        Path target = folder.resolve("bank").resolve("primary-lost");
        PackFolder pack = PackFolder.begin(target);
        Files.writeString(pack.work().resolve(PackFolder.JOURNAL), "{}\n");
        Files.createDirectories(pack.work().resolve(PackFolder.LOGS));
        Files.writeString(
                pack.work().resolve(PackFolder.LOGS).resolve("db1.log"), "password=" + SECRET);
        assertThat(target).doesNotExist();

        pack.seal(drilled(passing(), SampleJournal.primaryLost()), Seal.plain());

        assertThat(names(target))
                .containsExactlyInAnyOrder(
                        "README.txt",
                        "SHA256SUMS",
                        "curve.svg",
                        "environment.json",
                        "journal.jsonl",
                        "logs/db1.log",
                        "manifest.json",
                        "report.html",
                        "report.pdf",
                        "scenario.json",
                        "scenario.yaml",
                        "statement.json",
                        "system.yaml",
                        "timeline.svg",
                        "verdicts.json");
        assertThat(target.resolve("logs").resolve("db1.log")).hasContent("password=********");
        assertThat(json(target.resolve("environment.json")).get("seed").asText())
                .isEqualTo("7");
        assertThat(pack.work()).doesNotExist();
    }

    @Test
    void picturesAreTheSameInEveryPlaceAndHoldWhatWasSeen() throws Exception {
        Drilled drill = drilled(passing(), SampleJournal.primaryLost());
        Locale home = Locale.getDefault();
        String here = TimelinePicture.draw(Course.of(drill));
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            assertThat(TimelinePicture.draw(Course.of(drill))).isEqualTo(here);
        } finally {
            Locale.setDefault(home);
        }
        String text = parsed(here).getDocumentElement().getTextContent();
        assertThat(text)
                .contains(
                        "lost host (vanish db1)",
                        "db2 holds primary",
                        "unhealthy",
                        "outage 20.4",
                        "baseline");
        assertThat(parsed(CurvePicture.draw(Course.of(drill)))
                        .getDocumentElement()
                        .getTextContent())
                .contains(
                        "What customers felt in bank/primary-lost",
                        "served per second",
                        "waited, ms");
    }

    @Test
    void aDrillThatNeverStartedHasPicturesAsWell() throws Exception {
        Drilled drill = drilled(passing(), SampleJournal.notStarted());

        assertThat(parsed(TimelinePicture.draw(Course.of(drill)))).isNotNull();
        assertThat(parsed(CurvePicture.draw(Course.of(drilled(passing(), List::of)))))
                .isNotNull();
    }

    @Test
    void markupInTextsIsShownAndNeverPartOfThePicture() throws Exception {
        Svg svg = new Svg(100, "</title><script>alert(1)</script>\u0000");
        svg.text(new Svg.At(1, 1), "small", "<script>alert('x')</script>&\u0007");

        Document picture = parsed(svg.done(50));

        assertThat(picture.getElementsByTagName("script").getLength()).isZero();
        assertThat(picture.getDocumentElement().getTextContent())
                .contains(
                        "<script>alert('x')</script>&\uFFFD",
                        "</title><script>alert(1)</script>\uFFFD");
    }

    @Test
    void allureHasOneResultForEachLeaf() throws Exception {
        Path results = allureOfAFailedDrill();

        assertThat(leaves(results))
                .extracting(leaf ->
                        leaf.get("name").asText() + " " + leaf.get("status").asText())
                .containsExactlyInAnyOrder(
                        "bank/primary-lost: ran to the end passed",
                        "bank/primary-lost: recovery failed");
        assertThat(names(results))
                .contains("categories.json", "environment.properties", "executor.json");
    }

    @Test
    void aLeafInAllureHasAStableNameAndStepsFromTheJournal() throws Exception {
        Path results = allureOfAFailedDrill();

        JsonNode recovery = leaves(results).stream()
                .filter(leaf -> leaf.get("status").asText().equals("failed"))
                .findFirst()
                .orElseThrow();
        assertThat(recovery.get("fullName").asText()).isEqualTo("bank/primary-lost/recovery");
        assertThat(recovery.get("statusDetails").get("message").asText())
                .isEqualTo(
                        "FAIL recovery (RECOVERED_TOO_LATE): recovered after 41.20 s, limit 30 s");
        JsonNode faults = recovery.get("steps").get(2);
        assertThat(faults.get("name").asText()).isEqualTo("FAULTS (the baseline is healthy)");
        assertThat(faults.get("start").asLong())
                .isEqualTo(START.plusMillis(15_600).toEpochMilli());
        assertThat(faults.get("steps").toString())
                .contains(
                        "inject vanish on primary = db1, called lost host",
                        "db2 holds primary: yes");
        assertThat(recovery.get("attachments").get(0).get("type").asText())
                .isEqualTo("image/svg+xml");
        assertThat(recovery.get("labels").toString())
                .contains("online payments", "critical", "BC-PAY-02 v3")
                .contains("{\"name\":\"epic\",\"value\":\"online payments\"}")
                .contains("{\"name\":\"feature\",\"value\":\"(no threat stated)\"}");
    }

    private Path allureOfAFailedDrill() throws Exception {
        Path results = folder.resolve("allure-results");
        Path pack = folder.resolve("pack");
        Files.createDirectories(pack);
        Files.writeString(pack.resolve("timeline.svg"), "<svg/>");
        List<Verdict> verdicts = List.of(
                SampleDrills.held("effect"),
                SampleDrills.fail("recovery", Reason.RECOVERED_TOO_LATE));
        Drilled drill = drilled(new DrillResult(drill(), verdicts), SampleJournal.primaryLost());

        new AllureResults(results, KnownGaps.NONE).add(drill, pack);
        new AllureResults(results, KnownGaps.NONE).finish(run(drill), "PASS");
        return results;
    }

    private static List<JsonNode> leaves(Path results) throws Exception {
        List<JsonNode> leaves = new ArrayList<>();
        for (String name : names(results)) {
            if (name.endsWith("-result.json")) {
                leaves.add(json(results.resolve(name)));
            }
        }
        return leaves;
    }

    @Test
    void aTwinMayTurnRedWhatOnlyFollowsButNothingElse() {
        Scenario twin = SampleDrills.twin(
                "bank/primary-lost/no-standby",
                "recovery",
                Reason.NOT_RECOVERED,
                "recovery",
                "rejoined");
        Verdict red = SampleDrills.fail("recovery", Reason.NOT_RECOVERED);
        Verdict follows = SampleDrills.inconclusive("rejoined", Reason.NOT_MEASURED);
        Verdict because = new Verdict(
                follows.id(),
                false,
                follows.status(),
                follows.headline(),
                "",
                follows.measured(),
                follows.reason(),
                List.of(),
                Map.of("because", "recovery"));

        assertThat(TwinCatch.of(
                                twin.twin().orElseThrow(),
                                new DrillResult(twin, List.of(red, because)))
                        .caught())
                .isTrue();
        assertThat(TwinCatch.of(
                                twin.twin().orElseThrow(),
                                new DrillResult(twin, List.of(red, follows)))
                        .faults())
                .containsExactly(
                        "rejoined must stay PASS, was INCONCLUSIVE (NOT_MEASURED): not measured");
        assertThat(TwinCatch.of(twin.twin().orElseThrow(), new DrillResult(twin, List.of()))
                        .faults())
                .containsExactly("expected recovery FAIL (NOT_RECOVERED), was not judged");
    }

    @Test
    void aFileThatCanNotBeWrittenIsNamed() throws Exception {
        Path file = folder.resolve("file");
        Files.writeString(file, "in the way");

        assertThatThrownBy(() -> Disk.write(file.resolve("summary.json"), "{}"))
                .isInstanceOf(EvidenceException.class)
                .hasMessageStartingWith(
                        file.resolve("summary.json") + " can not be written or read: ");
    }

    private static Scenario drill() {
        return SampleDrills.drill("bank/primary-lost", "recovery");
    }

    private static DrillResult passing() {
        return new DrillResult(
                drill(), List.of(SampleDrills.held("effect"), SampleDrills.pass("recovery")));
    }

    private static Drilled drilled(DrillResult result, Journal journal) {
        return new Drilled(
                result,
                journal,
                Reports.place(result.scenario()),
                START,
                START.plusMillis(48_200),
                List.of(),
                List.of());
    }

    private static Run run(Drilled... drilled) {
        return run(drilled.length, List.of(), drilled);
    }

    private static Run run(int planned, List<Problem> problems, Drilled... drilled) {
        return new Run(
                "containers",
                List.of("two drills did not run"),
                planned,
                START,
                START.plusSeconds(60),
                Arrays.asList(drilled),
                problems,
                Map.of("cores", "2"));
    }

    private static JsonNode json(Path file) throws Exception {
        return new ObjectMapper().readTree(file.toFile());
    }

    private static List<String> names(Path below) throws Exception {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> below.relativize(file).toString())
                    .toList();
        }
    }

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }
}
