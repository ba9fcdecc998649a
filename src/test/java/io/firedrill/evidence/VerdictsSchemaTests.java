package io.firedrill.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.firedrill.SampleDrills;
import io.firedrill.SampleJournal;
import io.firedrill.SampleNotices;
import io.firedrill.check.DrillResult;
import io.firedrill.check.Judge;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.evidence.seal.Seal;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the published schema of {@code verdicts.json} and what writes that file together. */
final class VerdictsSchemaTests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCHEMA =
            Path.of("src/main/resources/io/firedrill/evidence/verdicts.schema.json");
    private static final Instant START = Instant.parse("2026-03-01T09:30:00Z");

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenOfAPassAFailureAndWhatDoesNotTellFitsTheSchema() throws Exception {
        Scenario drill = SampleDrills.drill("bank/primary-lost", "recovery");

        for (Verdict verdict : List.of(
                SampleDrills.pass("recovery"),
                SampleDrills.fail("recovery", Reason.RECOVERED_TOO_LATE),
                SampleDrills.inconclusive("recovery", Reason.NOT_MEASURED),
                endless())) {
            assertThat(problems(written(drilled(drill, List.of(verdict), List.of()))))
                    .as(verdict.status().name())
                    .isEmpty();
        }
    }

    @Test
    void whatIsWrittenOfARunThatWasToldAndRunAgainFitsTheSchema() throws Exception {
        Scenario told = SampleNotices.drill(60, "n01-first-notice");
        Journal journal = SampleNotices.story();
        List<Verdict> verdicts = Judge.withAllChecks().judge(told, journal).verdicts();
        Drilled before = drilled(told, verdicts, List.of());

        JsonNode written = written(drilled(told, verdicts, List.of(before)));

        assertThat(problems(written)).isEmpty();
        assertThat(written.at("/told/timeScale").asInt()).isEqualTo(60);
        assertThat(written.at("/earlier")).hasSize(1);
    }

    @Test
    void whatIsNotWrittenDoesNotFit() throws Exception {
        Scenario drill = SampleDrills.drill("bank/primary-lost", "recovery");
        ObjectNode good = (ObjectNode)
                written(drilled(drill, List.of(SampleDrills.pass("recovery")), List.of()));

        assertThat(problems(good.deepCopy().put("score", 50))).isNotEmpty();
        assertThat(problems(good.deepCopy().put("verdict", "COMPLIANT"))).isNotEmpty();
        assertThat(problems(good.deepCopy().without("started"))).isNotEmpty();
        ObjectNode reasoned = good.deepCopy();
        ((ObjectNode) reasoned.at("/verdicts/0")).put("reason", "AFFECTED");
        assertThat(problems(reasoned)).isNotEmpty();
        ObjectNode more = good.deepCopy();
        ((ObjectNode) more.at("/verdicts/0/measured")).put("middle", 3);
        assertThat(problems(more)).isNotEmpty();
    }

    private static Verdict endless() {
        return new Verdict(
                "recovery",
                false,
                Verdict.Status.FAIL,
                "never",
                "30 s",
                Optional.of(new Verdict.Measured(31, Double.POSITIVE_INFINITY, "s")),
                Optional.of(Reason.NOT_RECOVERED),
                List.of(),
                Map.of());
    }

    private static Drilled drilled(
            Scenario scenario, List<Verdict> verdicts, List<Drilled> earlier) {
        return new Drilled(
                new DrillResult(scenario, verdicts),
                SampleJournal.primaryLost(),
                Reports.place(scenario),
                START,
                START.plusSeconds(48),
                earlier,
                List.of());
    }

    private JsonNode written(Drilled drill) throws Exception {
        Path pack = folder.resolve("pack");
        PackFolder.begin(pack).seal(drill, Seal.plain());
        return JSON.readTree(pack.resolve("verdicts.json").toFile());
    }

    private static List<String> problems(JsonNode written) throws Exception {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(SCHEMA));
        return schema.validate(written).stream().map(String::valueOf).toList();
    }
}
