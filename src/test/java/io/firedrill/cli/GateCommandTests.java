package io.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a release may go, asked at the command line. */
class GateCommandTests {
    private static final Path GOLDEN =
            Path.of("src/test/resources/io/firedrill/evidence/seal/pack-1");

    @TempDir
    private Path root;

    private Path pack;

    @BeforeEach
    void copyAPack() throws IOException {
        pack = Folders.copy(GOLDEN, root.resolve("packs").resolve("pack"));
    }

    private Screen gate(String... args) {
        List<String> all = new ArrayList<>(List.of("gate", root.resolve("packs").toString()));
        all.addAll(List.of(args));
        return new Screen().run(all.toArray(String[]::new));
    }

    @Test
    void whatHeldIsSaidWithItsPack() {
        Screen screen = gate("--max-age", "9999d", "--function", "payments");

        assertThat(screen.text())
                .startsWith("held: pocket/primary-lost: PASS on 2026-11-23T03:14:09")
                .endsWith("/pack)\nOver all: held\n");
        assertThat(screen.exit()).isEqualTo(Exit.FINE);
    }

    @Test
    void whatIsNoEvidenceHasItsOwnExitCodeAndSaysWhatToRun() {
        Screen screen = gate("--max-age", "9999d", "--drill", "bank/primary-lost");

        assertThat(screen.text())
                .isEqualTo("no evidence: bank/primary-lost: there is no pack of it\n"
                        + "Over all: no evidence\nTo run: -Dfiredrill.drills=bank/primary-lost\n");
        assertThat(screen.exit()).isEqualTo(Exit.NONE);
    }

    @Test
    void aFunctionThatNothingIsAboutIsNoEvidence() {
        Screen screen = gate("--max-age", "9999d", "--function", "mail");

        assertThat(screen.text())
                .isEqualTo("no evidence: no pack and no drill is about what was asked\n"
                        + "Over all: no evidence\n");
        assertThat(screen.exit()).isEqualTo(Exit.NONE);
    }

    @Test
    void anImageThatIsNotHereIsAWrongCall() {
        Screen screen = gate("--max-age", "9999d", "--image", "front=firedrill.invalid/none:1");

        assertThat(screen.text())
                .isEqualTo(
                        "--image front=firedrill.invalid/none:1: the Docker of this machine knows"
                                + " no such image, or does not answer; pull or build it, or name its digest"
                                + " by --subject\n");
        assertThat(screen.exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void aPackThatWasChangedCanNotTell() throws IOException {
        Path verdicts = pack.resolve("verdicts.json");
        Files.writeString(verdicts, Files.readString(verdicts) + " ");

        Screen screen = gate("--max-age", "9999d");

        assertThat(screen.text())
                .contains("could not tell: pocket/primary-lost: a pack was changed");
        assertThat(screen.exit()).isEqualTo(Exit.UNKNOWN);
    }

    @Test
    void aDrillThatWasChangedSinceIsNamed() throws IOException {
        Path pocket = Folders.copy(Path.of("scenarios/pocket"), root.resolve("pocket"));
        Path drill = pocket.resolve("primary-lost.yaml");
        Files.writeString(
                drill, Files.readString(drill).replaceFirst("why: .*", "why: Another reason."));

        Screen screen = gate(
                "--max-age",
                "9999d",
                "--drill",
                "pocket/primary-lost",
                "--scenarios",
                pocket.toString());

        assertThat(screen.text())
                .contains("its steps, its system or its targets are not those of")
                .endsWith("To run: -Dfiredrill.drills=pocket/primary-lost\n");
        assertThat(screen.exit()).isEqualTo(Exit.NONE);
    }

    @Test
    void programsGetJson() throws IOException {
        Screen screen = gate("--max-age", "9999d", "--json");

        JsonNode json = new ObjectMapper().readTree(screen.text());
        assertThat(json.path("format").asText()).isEqualTo("firedrill-gate/1");
        assertThat(json.path("answer").asText()).isEqualTo("held");
        assertThat(json.path("drills").path(0).path("drill").asText())
                .isEqualTo("pocket/primary-lost");
        assertThat(json.path("run").asText()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--max-age,soon", "--max-age,0d", "--subject,latest", "--key,nowhere.pem"})
    void aWrongCallIsRefused(String option, String value) {
        Screen screen = option.equals("--max-age")
                ? gate(option, value)
                : gate("--max-age", "30d", option, value);

        assertThat(screen.exit()).isEqualTo(Exit.USAGE);
        assertThat(screen.text()).contains(value);
    }
}
