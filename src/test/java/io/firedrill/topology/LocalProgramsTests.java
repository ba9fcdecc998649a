package io.firedrill.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firedrill.DrillException;
import io.firedrill.RealTime;
import io.firedrill.scenario.JourneySpec.Means;
import io.firedrill.topology.ProgramHost.ProgramOrder;
import io.firedrill.topology.ProgramHost.RunningProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RealTime
final class LocalProgramsTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    @Test
    void linesComeAsTheyArePrintedAndTheWorkingDirectoryIsItsFolder() throws Exception {
        try (RunningProgram program = start("echo one $WORD; pwd; printf last; exec sleep 60")) {
            await("lines").atMost(PATIENCE).until(() -> lines.size() == 2);

            assertThat(lines).containsExactly("one told", folder.toRealPath().toString());
            assertThat(program.ended()).isEmpty();
        }
        assertThat(lines).as("what was not yet a line").hasSize(3).endsWith("last");
    }

    @Test
    void howItEndedIsToldWithItsLastWords() {
        try (RunningProgram program = start("echo one; echo 'no such file' >&2; exit 3")) {
            await("end").atMost(PATIENCE).until(() -> program.ended().isPresent());

            assertThat(program.ended())
                    .contains("ended with exit code 3; last on standard error: no such file");
        }
    }

    @Test
    void aProgramThatIsNotThereEndsAtOnce() {
        Means.Program missing =
                new Means.Program(Optional.empty(), List.of("no-such-program"), Map.of(), folder);
        try (RunningProgram program =
                new LocalPrograms().start(new ProgramOrder("buy", missing, Map.of(), lines::add))) {
            await("end").atMost(PATIENCE).until(() -> program.ended().isPresent());

            assertThat(program.ended().orElseThrow())
                    .startsWith("ended with exit code 127")
                    .contains("no-such-program");
        }
    }

    @Test
    void itEndsWithAllThatItStartedThoughItIsDeafToTheRequest() {
        RunningProgram program =
                start("trap '' TERM; sleep 300 & echo $$; echo $!; while :; do sleep 1; done");
        await("lines").atMost(PATIENCE).until(() -> lines.size() == 2);
        program.close();
        program.close();

        for (String pid : lines) {
            await("end of " + pid).atMost(PATIENCE).until(() -> !alive(pid));
        }
    }

    @Test
    void itDiesWithAHarnessThatIsKilled() throws Exception {
        String script =
                new String(LocalPrograms.class.getResourceAsStream("program.sh").readAllBytes());
        Process harness = new ProcessBuilder(
                        "sh",
                        "-c",
                        "mkfifo p; { echo $$ > harness; exec sleep 300; } > p & "
                                + "setsid sh -c \"$0\" program sh -c 'echo $$ > child; exec sleep 300' < p &"
                                + " wait",
                        script)
                .directory(folder.toFile())
                .start();
        try {
            await("child").atMost(PATIENCE).until(() -> !read("child").isBlank());
            String child = read("child").strip();
            assertThat(alive(child)).isTrue();
            harness.descendants()
                    .filter(process -> process.info().command().orElse("").endsWith("sleep"))
                    .filter(process -> process.pid() != Long.parseLong(child))
                    .forEach(ProcessHandle::destroyForcibly);

            await("end").atMost(PATIENCE).until(() -> !alive(child));
        } finally {
            harness.descendants().forEach(ProcessHandle::destroyForcibly);
            harness.destroyForcibly();
        }
    }

    @Test
    void anImageIsForSystemsInContainers() {
        Means.Program image =
                new Means.Program(Optional.of("k6"), List.of(), Map.of(), Path.of("."));

        assertThatThrownBy(() -> new LocalPrograms()
                        .start(new ProgramOrder("buy", image, Map.of(), lines::add)))
                .isInstanceOf(DrillException.class)
                .hasMessage("journey 'buy' runs in an image, which only a system in containers can"
                        + " run");
    }

    private String read(String file) throws java.io.IOException {
        Path path = folder.resolve(file);
        return java.nio.file.Files.exists(path) ? java.nio.file.Files.readString(path) : "";
    }

    private static boolean alive(String pid) {
        return ProcessHandle.of(Long.parseLong(pid.strip()))
                .filter(ProcessHandle::isAlive)
                .isPresent();
    }

    private RunningProgram start(String script) {
        Means.Program program =
                new Means.Program(Optional.empty(), List.of("sh", "-c", script), Map.of(), folder);
        return new LocalPrograms()
                .start(new ProgramOrder("buy", program, Map.of("WORD", "told"), lines::add));
    }
}
