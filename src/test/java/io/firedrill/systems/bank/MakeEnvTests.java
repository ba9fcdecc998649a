package io.firedrill.systems.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that writes the passwords. */
class MakeEnvTests {

    private static final Path SCRIPT = Path.of("scenarios", "bank", "make-env");

    @TempDir
    Path folder;

    @Test
    void theSecretsAreRandomAndForTheirOwnerAlone() throws Exception {
        run(start());

        Path env = folder.resolve(".env");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(env)))
                .isEqualTo("rw-------");
        List<String> secrets = secrets(env);
        assertThat(secrets).hasSize(5).doesNotHaveDuplicates();
        assertThat(secrets).allMatch(line -> line.matches("BANK_[A-Z_]+=[0-9a-f]{48}"));
    }

    @Test
    void secretsThatAreThereAreKept() throws Exception {
        run(start());
        List<String> before = secrets(folder.resolve(".env"));

        run(start());

        assertThat(secrets(folder.resolve(".env"))).isEqualTo(before);
    }

    @Test
    void manyAtOnceAgreeOnOneFileAndLeaveNoOther() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            processes.add(start());
        }
        for (Process process : processes) {
            run(process);
        }

        assertThat(secrets(folder.resolve(".env"))).hasSize(5);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(".env", "make-env");
        }
    }

    private Process start() throws IOException {
        Path copy = folder.resolve("make-env");
        if (!Files.exists(copy)) {
            Files.copy(SCRIPT, copy);
        }
        return new ProcessBuilder("sh", copy.toString()).inheritIO().start();
    }

    private static void run(Process process) throws InterruptedException {
        assertThat(process.waitFor()).isZero();
    }

    private static List<String> secrets(Path env) throws IOException {
        return Files.readAllLines(env).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }
}
