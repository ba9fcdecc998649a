package io.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The jar, as it was packaged, finds its libraries from wherever it is called. */
class CommandLineJarIT {

    private record Ended(int exit, String text) {}

    private static Ended run(String... args) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String[] command = Stream.concat(
                        Stream.of(java.toString(), "-jar", jar().toString()), Stream.of(args))
                .toArray(String[]::new);
        Path output = Files.createTempFile("firedrill", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(output.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        return new Ended(process.exitValue(), text);
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.toString().endsWith("-cli.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("run mvn package first"))
                    .toAbsolutePath();
        }
    }

    @Test
    void theJarValidatesAndSaysNothingElse() throws IOException, InterruptedException {
        Ended ended =
                run("validate", Path.of("scenarios/pocket").toAbsolutePath().toString());

        assertThat(ended.text()).isEqualTo("No problems: 1 system, 5 drills, 7 twins\n");
        assertThat(ended.exit()).isEqualTo(Exit.FINE);
    }

    @Test
    void theJarKnowsItsVersionAndAWrongCall() throws IOException, InterruptedException {
        assertThat(run("--version").text()).matches("Firedrill [0-9].*\n");
        assertThat(run("typo").exit()).isEqualTo(Exit.USAGE);
    }
}
