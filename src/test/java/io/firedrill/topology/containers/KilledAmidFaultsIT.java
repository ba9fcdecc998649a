package io.firedrill.topology.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firedrill.NeedsDocker;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A harness that is killed while faults are in effect, or are just being injected. */
@NeedsDocker
class KilledAmidFaultsIT {
    private final RunSettings settings = Shop.settings();

    @TempDir
    private Path folder;

    @Test
    void leavesNothingOfAnyFaultOfAComponent() throws Exception {
        List<String> images = Leftovers.docker("ps", "-aq");
        Process harness = wrecker(9);
        await("all faults").atMost(Duration.ofSeconds(90)).until(() -> said("done", harness));

        harness.destroyForcibly();

        nothingIsLeft();
        assertThat(Leftovers.docker("ps", "-aq")).isSubsetOf(images);
    }

    @Test
    void leavesNothingOfAReplacementThatWasUnderWay() throws Exception {
        Process harness = wrecker(1);
        await("begun").atMost(Duration.ofSeconds(60)).until(() -> said("begun", harness));
        await("replacing").atMost(Duration.ofSeconds(20)).until(() -> workers("--no-deps") > 0);

        harness.destroyForcibly();

        nothingIsLeft();
    }

    private void nothingIsLeft() {
        await("nothing left, and it stays so")
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(15))
                .until(() -> Leftovers.of(settings.runId()).isEmpty() && workers("") == 0);
    }

    private boolean said(String word, Process harness) throws IOException {
        Path file = folder.resolve("said");
        assertThat(harness.isAlive()).as(() -> log()).isTrue();
        return Files.exists(file) && Files.readString(file).equals(word);
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("harness.log"));
        } catch (IOException e) {
            return "no log: " + e;
        }
    }

    /** Counts processes that still work for the run and have that word in their command. */
    private long workers(String word) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.contains(settings.runId()) && line.contains(word))
                .count();
    }

    private Process wrecker(int faults) throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator
                                + "java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Wrecker.class.getName(),
                        settings.runId(),
                        folder.resolve("said").toString(),
                        "" + faults)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("harness.log").toFile())
                .start();
    }
}
