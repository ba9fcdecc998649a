package io.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packs verified and judged as a person does it. */
class VerifyAndJudgeTests {
    private static final Path GOLDEN =
            Path.of("src/test/resources/io/firedrill/evidence/seal/pack-1");

    @TempDir
    private Path root;

    private Path pack;

    @BeforeEach
    void copyAPack() throws IOException {
        pack = Folders.copy(GOLDEN, root.resolve("packs").resolve("pack"));
    }

    private void spoil(String file, String one, String other) throws IOException {
        Path path = pack.resolve(file);
        Files.writeString(path, Files.readString(path).replace(one, other));
    }

    private static JsonNode json(Screen screen) throws IOException {
        return new ObjectMapper().readTree(screen.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "judge"})
    void bothHaveHelpThatNamesTheExitCodes(String command) {
        Screen screen = new Screen().run(command, "--help");

        assertThat(screen.exit()).isEqualTo(Exit.FINE);
        assertThat(screen.text())
                .startsWith("Usage: firedrill " + command + " ")
                .contains("--json")
                .containsPattern("Exit codes:\\R *0 .*\\R *1 .*\\R *2 +the command was called"
                        + " wrongly\\R *3 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "judge"})
    void withoutAPackTheyAreCalledWrongly(String command) {
        assertThat(new Screen().run(command).exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void anIntactPackIsSaidToBeIntactAndByWhomItIsSigned() {
        Screen screen = new Screen().run("verify", pack.toString());

        assertThat(screen.text())
                .startsWith("intact  " + pack + " (pocket/primary-lost, PASS, ")
                .contains(", signed by key ")
                .contains("1 pack: 1 intact, 0 changed, 0 unknown\n")
                .endsWith("Signed by the keys above; whose they are says only --key, with a public"
                        + " key that you have from its owner\n");
        assertThat(screen.exit()).isEqualTo(Exit.FINE);
    }

    @Test
    void aChangedPackIsNamedWithItsRecord() throws IOException {
        spoil("journal.jsonl", "\"actor\":\"runner\"", "\"actor\":\"nobody\"");

        Screen screen = new Screen().run("verify", root.resolve("packs").toString());

        assertThat(screen.text())
                .contains("CHANGED " + pack)
                .contains("  journal.jsonl:1: event #0 was changed\n")
                .contains("1 pack: 0 intact, 1 changed, 0 unknown\n");
        assertThat(screen.exit()).isEqualTo(Exit.PROBLEMS);
    }

    @Test
    void whatIsNoPackHasAnExitCodeOfItsOwn() {
        Screen verify = new Screen().run("verify", root.resolve("nowhere").toString());
        Screen judge = new Screen().run("judge", root.resolve("nowhere").toString());

        assertThat(verify.exit()).isEqualTo(Exit.UNKNOWN);
        assertThat(verify.text())
                .contains("unknown " + root.resolve("nowhere"), "  there is no such folder\n");
        assertThat(judge.exit()).isEqualTo(Exit.UNKNOWN);
    }

    @Test
    void aChangeCountsMoreThanWhatCouldNotBeTold() throws IOException {
        Files.delete(pack.resolve("manifest.json"));

        Screen screen = new Screen()
                .run("verify", pack.toString(), root.resolve("nowhere").toString());

        assertThat(screen.exit()).isEqualTo(Exit.PROBLEMS);
        assertThat(screen.text()).contains("  manifest.json: is missing\n");
    }

    @Test
    void aKeyOrAHistoryThatIsNoneIsAWrongCall() {
        Path readme = pack.resolve("README.txt");
        Screen key = new Screen().run("verify", "--key", readme.toString(), pack.toString());
        Screen history = new Screen()
                .run("verify", "--history", root.resolve("no").toString(), pack.toString());

        assertThat(key.exit()).isEqualTo(Exit.USAGE);
        assertThat(key.text())
                .isEqualTo(readme + " is no Ed25519 public key in PEM. It comes from the private"
                        + " one by: openssl pkey -in key.pem -pubout\n");
        assertThat(history.exit()).isEqualTo(Exit.USAGE);
        assertThat(history.text())
                .isEqualTo(root.resolve("no") + ": there is no such folder; needed: that of the"
                        + " history, such as reports/history\n");
    }

    @Test
    void theExpectedKeyAndTheHistoryAreAskedFor() throws IOException {
        Path key = pack.resolve("public-key.pem");
        Files.writeString(root.resolve("drills.jsonl"), "{\"id\":\"pocket/primary-lost\"}\n");

        assertThat(new Screen()
                        .run("verify", "--key", key.toString(), pack.toString())
                        .exit())
                .isEqualTo(Exit.FINE);
        Screen unknown = new Screen().run("verify", "--history", root.toString(), pack.toString());
        assertThat(unknown.exit()).isEqualTo(Exit.PROBLEMS);
        assertThat(unknown.text()).contains("manifest.json: the history does not know this pack");
    }

    @Test
    void aPackThatSaysWhatItsJournalSaysIsEqual() {
        Screen screen = new Screen().run("judge", pack.toString());

        assertThat(screen.text())
                .isEqualTo("equal   " + pack + " (pocket/primary-lost): PASS\n"
                        + "1 pack: 1 equal, 0 different, 0 unknown\n");
        assertThat(screen.exit()).isEqualTo(Exit.FINE);
    }

    @Test
    void aPackThatSaysAnotherVerdictDiffers() throws IOException {
        spoil("verdicts.json", "\"target\" : \"1.5 s\"", "\"target\" : \"9 s\"");

        Screen screen = new Screen().run("judge", pack.toString());

        assertThat(screen.text())
                .isEqualTo("DIFFERS " + pack + " (pocket/primary-lost)\n"
                        + "  recovery: target is written \"9 s\", judged \"1.5 s\"\n"
                        + "1 pack: 0 equal, 1 different, 0 unknown\n");
        assertThat(screen.exit()).isEqualTo(Exit.PROBLEMS);
    }

    @Test
    void bothAnswerInJson() throws IOException {
        spoil("verdicts.json", "\"target\" : \"1.5 s\"", "\"target\" : \"9 s\"");

        JsonNode verified = json(new Screen().run("verify", "--json", pack.toString()));
        JsonNode judged = json(new Screen().run("judge", "--json", pack.toString()));

        assertThat(verified.path("format").asText()).isEqualTo("firedrill-verify/1");
        assertThat(verified.at("/packs/0/state").asText()).isEqualTo("changed");
        assertThat(verified.at("/packs/0/drill").asText()).isEqualTo("pocket/primary-lost");
        assertThat(verified.at("/packs/0/digest").asText()).hasSize(64);
        assertThat(verified.at("/packs/0/earlier").isNull()).isTrue();
        assertThat(verified.at("/packs/0/findings/0").toString())
                .isEqualTo("{\"file\":\"verdicts.json\",\"line\":0,\"what\":\"was changed: its"
                        + " SHA-256 is not the sealed one\"}");
        assertThat(judged.path("format").asText()).isEqualTo("firedrill-judge/1");
        assertThat(judged.at("/packs/0/state").asText()).isEqualTo("differs");
        assertThat(judged.at("/packs/0/written").asText()).isEqualTo("PASS");
        assertThat(judged.at("/packs/0/differences")).hasSize(1);
    }
}
