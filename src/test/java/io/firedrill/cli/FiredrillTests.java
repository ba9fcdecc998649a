package io.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as a person calls them. */
class FiredrillTests {
    @TempDir
    private Path root;

    @ParameterizedTest
    @ValueSource(strings = {"init", "validate", "explain", "findings", "gate", "verify", "judge"})
    void eachCommandHasHelp(String command) {
        Screen screen = new Screen().run(command, "--help");

        assertThat(screen.exit()).isEqualTo(Exit.FINE);
        assertThat(screen.text()).startsWith("Usage: firedrill " + command + " ");
    }

    @Test
    void theHelpNamesCommandsAndExitCodes() {
        Screen screen = new Screen().run("--help");

        assertThat(screen.exit()).isEqualTo(Exit.FINE);
        assertThat(screen.text())
                .contains("init", "validate", "explain", "findings", "gate", "verify", "judge")
                .containsPattern("Exit codes:\\R *0 +all is well\\R *1 .*\\R *2 +the command was");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "--typo", "explain", "init"})
    void aWrongCallIsRefusedWithUsage(String word) {
        Screen screen = new Screen().run(word);

        assertThat(screen.exit()).isEqualTo(Exit.USAGE);
        assertThat(screen.text()).contains("Usage: firedrill");
    }

    @Test
    void noCommandAtAllIsAWrongCall() {
        Screen screen = new Screen().run();

        assertThat(screen.exit()).isEqualTo(Exit.USAGE);
        assertThat(screen.text()).contains("Usage: firedrill");
    }

    @Test
    void validateTellsEveryProblemOfEveryFileAndCountsThem() throws IOException {
        Path pocket = Folders.copy(Path.of("scenarios/pocket"), root.resolve("pocket"));
        Path drill = pocket.resolve("portal-crashed.yaml");
        Path other = pocket.resolve("portal-frozen.yaml");
        Files.writeString(drill, Files.readString(drill) + "typo: 1\nlimits: 2m\n");
        Files.writeString(other, Files.readString(other) + "typo: 1\n");

        Screen screen = new Screen().run("validate", pocket.toString());

        assertThat(screen.exit()).isEqualTo(Exit.PROBLEMS);
        assertThat(screen.text().lines().filter(line -> line.contains("unknown key")))
                .hasSize(3);
        assertThat(screen.text())
                .contains("Did you mean 'limit'?")
                .endsWith(" problems in 4 files\n");
    }

    @Test
    void validateCountsWhatItFoundWhereAllIsWell() {
        Screen screen = new Screen().run("validate", "scenarios/pocket");

        assertThat(screen.text()).isEqualTo("No problems: 1 system, 5 drills, 7 twins\n");
        assertThat(screen.exit()).isEqualTo(Exit.FINE);
    }

    @Test
    void validateOfAFolderWithoutSystemsIsAProblem() {
        Screen screen = new Screen().run("validate", root.toString());

        assertThat(screen.exit()).isEqualTo(Exit.PROBLEMS);
        assertThat(screen.text())
                .isEqualTo(root + ": holds no system; needed: <system>/system.yaml\n"
                        + "1 problem in 1 file\n");
    }
}
