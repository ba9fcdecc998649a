package io.firedrill.evidence.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firedrill.SampleDrills;
import io.firedrill.check.DrillResult;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.evidence.Drilled;
import io.firedrill.evidence.EvidenceException;
import io.firedrill.evidence.PackFolder;
import io.firedrill.evidence.Reports;
import io.firedrill.journal.JournalFile;
import io.firedrill.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the seal of a pack consists of. */
final class SealTests {
    @TempDir
    private Path folder;

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    /** Seals a whole pack, pictures included. */
    private Path whole(String name, Seal seal, List<String> logs) throws IOException {
        Scenario scenario = TestPacks.pocket("pocket/primary-lost");
        PackFolder pack = PackFolder.begin(folder.resolve(name));
        Path journal = pack.work().resolve(PackFolder.JOURNAL);
        TestPacks.journal(journal, TestPacks.START);
        Path texts = Files.createDirectories(pack.work().resolve(PackFolder.LOGS));
        for (String log : logs) {
            Files.writeString(texts.resolve(log), "a line of " + log);
        }
        pack.seal(TestPacks.judged(scenario, journal, TestPacks.START), seal);
        return folder.resolve(name);
    }

    private static Seal signed() {
        return new Seal(Series.after(Map.of()), Optional.of(TestPacks.key()));
    }

    @Test
    void theSameJournalGivesTheSameBytesWhereverAndHoweverItIsSealed() throws IOException {
        Path here = whole("here", signed(), List.of("a.log", "b.log"));
        Locale home = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Path there;
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            there = whole("there", signed(), List.of("b.log", "a.log"));
        } finally {
            Locale.setDefault(home);
            TimeZone.setDefault(zone);
        }

        assertThat(TestPacks.names(there)).isEqualTo(TestPacks.names(here)).hasSize(19);
        for (String name : TestPacks.names(here)) {
            assertThat(there.resolve(name)).as(name).hasSameBinaryContentAs(here.resolve(name));
        }
    }

    @Test
    void theManifestNamesEveryFileButThoseOfTheSeal() throws IOException {
        Path pack = whole("pack", signed(), List.of("a.log"));

        JsonNode manifest = json(pack.resolve("manifest.json"));

        assertThat(manifest.path("format").asText()).isEqualTo("firedrill-pack/1");
        assertThat(manifest.path("drill").asText()).isEqualTo("pocket/primary-lost");
        assertThat(manifest.path("verdict").asText()).isEqualTo("INCONCLUSIVE");
        assertThat(manifest.path("started").asText()).isEqualTo("2026-03-01T09:30:00Z");
        assertThat(manifest.path("journal").path("records").asInt()).isEqualTo(10);
        assertThat(Files.readString(pack.resolve("journal.jsonl")))
                .endsWith("\"hash\":\"" + manifest.path("journal").path("last").asText() + "\"}\n");
        assertThat(manifest.path("earlier").isNull()).isTrue();
        assertThat(manifest.path("signature").path("algorithm").asText()).isEqualTo("Ed25519");
        assertThat(manifest.path("files").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly(
                        "README.txt",
                        "after-action.md",
                        "curve.svg",
                        "environment.json",
                        "journal.jsonl",
                        "logs/a.log",
                        "report.html",
                        "report.pdf",
                        "scenario.json",
                        "scenario.yaml",
                        "system.yaml",
                        "timeline.svg",
                        "verdicts.json");
    }

    @Test
    void theStatementIsInTotoAboutTheManifestAndEveryImage() throws IOException {
        Path pack = whole("pack", signed(), List.of());

        JsonNode statement = json(pack.resolve("statement.json"));

        assertThat(statement.path("_type").asText()).isEqualTo("https://in-toto.io/Statement/v1");
        assertThat(statement.path("predicateType").asText())
                .isEqualTo("https://in-toto.io/attestation/test-result/v0.1");
        assertThat(statement.path("subject").toString())
                .isEqualTo("[{\"name\":\"manifest.json\",\"digest\":{\"sha256\":\""
                        + Seal.digest(pack).orElseThrow() + "\"}},{\"name\":\"bank/db:1\","
                        + "\"digest\":{\"sha256\":\"" + "ab".repeat(32) + "\"},"
                        + "\"annotations\":{\"components\":[\"db1\",\"db2\"]}}]");
        assertThat(statement.at("/predicate/result").asText()).isEqualTo("FAILED");
        assertThat(statement.at("/predicate/configuration/0/name").asText())
                .isEqualTo("scenario.json");
        assertThat(statement.at("/predicate/failedTests").toString())
                .contains("\"pocket/primary-lost/recovery\"");
        assertThat(statement.at("/predicate/warnedTests")).isEmpty();
    }

    @Test
    void onlyAPassIsPassedInTheStatement() {
        Manifest manifest = new Manifest(
                "1",
                "x/y",
                "PASS",
                false,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>());

        assertThat(Statement.of(drilled(SampleDrills.pass("recovery")), manifest, "d"))
                .contains("\"result\" : \"PASSED\"", "\"bank/x/recovery\"");
        assertThat(Statement.of(
                        drilled(SampleDrills.inconclusive("recovery", Reason.STRADDLES_LIMIT)),
                        manifest,
                        "d"))
                .contains("\"result\" : \"FAILED\"");
    }

    private static Drilled drilled(Verdict verdict) {
        Scenario scenario = SampleDrills.drill("bank/x", "recovery");
        return new Drilled(
                new DrillResult(scenario, List.of(verdict)),
                List::of,
                Reports.place(scenario),
                TestPacks.START,
                TestPacks.START,
                List.of(),
                List.of());
    }

    @Test
    void aPackWithoutAKeySaysThatItIsUnsigned() throws IOException {
        Path pack = whole("pack", Seal.plain(), List.of());

        assertThat(json(pack.resolve("manifest.json")).path("signature").asText())
                .isEqualTo("unsigned");
        assertThat(pack.resolve("README.txt"))
                .content()
                .contains("seal     UNSIGNED", "sha256sum --strict -c SHA256SUMS")
                .doesNotContain("openssl");
        assertThat(pack.resolve("statement.sig")).doesNotExist();
    }

    @Test
    void theReadmeOfASignedPackSaysHowItIsVerifiedByHand() throws IOException {
        Path pack = whole("pack", signed(), List.of());

        assertThat(pack.resolve("README.txt"))
                .content()
                .contains(
                        "openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin",
                        "-in statement.json -sigfile statement.sig",
                        TestPacks.key().open().id());
        assertThat(pack.resolve("statement.sig")).hasSize(64);
    }

    @Test
    void aPackThatCouldNotBeSealedIsNotInItsPlace() throws IOException {
        PackFolder pack = PackFolder.begin(folder.resolve("pack"));
        Path journal = pack.work().resolve(PackFolder.JOURNAL);
        TestPacks.journal(journal, TestPacks.START);
        Files.createDirectories(pack.work().resolve("statement.json").resolve("in the way"));
        Scenario scenario = TestPacks.pocket("pocket/primary-lost");
        Drilled drilled = TestPacks.judged(scenario, journal, TestPacks.START);

        assertThatThrownBy(() -> pack.seal(drilled, signed()))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("statement.json can not be written or read");

        assertThat(folder.resolve("pack")).doesNotExist();
        assertThat(new PackVerifier(Optional.empty()).verify(pack.work()).state())
                .isEqualTo(Verification.State.UNKNOWN);
        assertThat(JournalFile.read(journal).entries()).hasSize(10);
    }

    @Test
    void aDryRunIsNoPartOfTheSeries() {
        Seal seal = new Seal(Series.after(Map.of("bank/x", "cd".repeat(32))), Optional.empty());
        Drilled dry = drilled(SampleDrills.inconclusive("recovery", Reason.DRY_RUN));

        seal.close(folder, dry);

        assertThat(folder.resolve("manifest.json"))
                .content()
                .contains("\"dry\" : true", "\"earlier\" : null");
    }
}
