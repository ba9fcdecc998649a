package io.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text that is held by a file. {@code -Dfiredrill.test.golden=write} writes the file instead;
 * what changed is then for a person to read, in the diff.
 */
final class Golden {
    private static final boolean WRITE =
            "write".equals(System.getProperty("firedrill.test.golden"));

    private Golden() {}

    static void holds(Path file, String text) throws IOException {
        if (WRITE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(file).as("run once with -Dfiredrill.test.golden=write").isRegularFile();
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
