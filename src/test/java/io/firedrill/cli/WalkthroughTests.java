package io.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the README's walk-through: what it shows is what comes, and what it edits fits. */
class WalkthroughTests {
    private static final Pattern INIT = Pattern.compile("```\n(wrote .*?)```", Pattern.DOTALL);
    private static final Pattern EDITS = Pattern.compile("```diff\n(.*?)```", Pattern.DOTALL);
    private static final int MOST_EDITED_LINES = 12;

    @TempDir
    private Path root;

    private static String shown(Pattern block) throws IOException {
        String section =
                Files.readString(Path.of("README.md")).split("## Drill your own system")[1];
        return block.matcher(section)
                .results()
                .findFirst()
                .map(MatchResult::group)
                .orElseThrow()
                .replaceAll("```(diff)?\n?", "");
    }

    private Path hello() throws IOException {
        return Folders.copy(Path.of("src/docs/walkthrough/hello"), root.resolve("hello"));
    }

    @Test
    void initSaysWhatTheReadmeShows() throws IOException {
        Path hello = hello();

        Screen screen = new Screen().run("init", hello.resolve("compose.yaml").toString());

        assertThat(screen.text()
                        .replace("wrote " + hello, "wrote .")
                        .replace(hello.toString(), "~/hello"))
                .isEqualTo(shown(INIT));
    }

    @Test
    void afterAtMostTwelveEditedLinesAllIsReadyToBeRun() throws IOException {
        Path hello = hello();
        new Screen().run("init", hello.toString());

        int edited = 0;
        Path file = hello;
        String before = "";
        for (String line : shown(EDITS).lines().toList()) {
            if (line.startsWith("--- ")) {
                file = hello.resolve(line.substring(4));
            } else if (line.startsWith("-")) {
                before = line.substring(1);
            } else {
                List<String> lines = Files.readAllLines(file);
                assertThat(lines).contains(before);
                lines.set(lines.indexOf(before), line.substring(1));
                Files.write(file, lines);
                edited++;
            }
        }

        assertThat(edited).isBetween(1, MOST_EDITED_LINES);
        assertThat(new Screen().run("validate", hello.toString()).text())
                .isEqualTo("No problems: 1 system, 1 drill, 0 twins\n");
    }
}
