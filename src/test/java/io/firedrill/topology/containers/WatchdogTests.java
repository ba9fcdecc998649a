package io.firedrill.topology.containers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The watchdog's script, with a Docker that only writes down what it is told. */
class WatchdogTests {
    private final List<Process> started = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path calls;
    private Path ours;

    @BeforeEach
    void pretendDocker() throws IOException {
        calls = folder.resolve("calls");
        ours = Files.createDirectory(folder.resolve("firedrill-run"));
        Path docker = Files.writeString(
                folder.resolve("docker"),
                "#!/bin/sh\necho \"$@\" >> " + calls + "\n"
                        // one container, until it is removed
                        + "case \"$1\" in ps) [ -e " + calls + ".rm ] || echo c1 ;; rm) : > "
                        + calls + ".rm ;; esac\n");
        assertThat(docker.toFile().setExecutable(true)).isTrue();
    }

    @AfterEach
    void endEverybody() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void killsTheGuardedAndRemovesUntilTwoPassesFindNothing() throws Exception {
        Process guarded = start("setsid", "sh", "-c", "sleep 60 & wait");
        Process released = start("setsid", "sleep", "60");
        Process watchdog = watchdog();

        tell(
                watchdog,
                "guard " + released.pid(),
                "guard " + guarded.pid(),
                "release " + released.pid());
        watchdog.getOutputStream().close();

        assertThat(watchdog.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(guarded.waitFor(20, TimeUnit.SECONDS)).as("guarded ended").isTrue();
        assertThat(released.isAlive()).as("released left alone").isTrue();
        assertThat(Files.readAllLines(calls).stream().filter(line -> line.startsWith("ps ")))
                .hasSize(3)
                .containsOnly("ps --all --quiet --filter label=io.firedrill.run=r1");
        assertThat(Files.readAllLines(calls)).contains("rm --force --volumes c1");
        assertThat(ours).doesNotExist();
    }

    @Test
    void doesNothingWhenWeEndInOrder() throws Exception {
        Process guarded = start("setsid", "sleep", "60");
        Process watchdog = watchdog();

        tell(watchdog, "guard " + guarded.pid(), "done");

        assertThat(watchdog.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(guarded.isAlive()).isTrue();
        assertThat(calls).doesNotExist();
        assertThat(ours).exists();
    }

    @Test
    void isDeafToTheSignalsThatEndUs() throws Exception {
        Process watchdog = watchdog();
        await("its ears are closed")
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> Files.readString(Path.of("/proc/" + watchdog.pid() + "/status"))
                        .matches("(?s).*SigIgn:\\s*[0-9a-f]*4003\\n.*"));

        for (String signal : List.of("INT", "TERM", "HUP")) {
            start("kill", "-" + signal, "" + watchdog.pid()).waitFor();
        }

        assertThat(watchdog.waitFor(300, TimeUnit.MILLISECONDS)).as("ended").isFalse();
    }

    @Test
    void neverDeletesAFolderThatIsNotOurs() throws Exception {
        Path another = Files.createDirectory(folder.resolve("home"));
        ours = another;
        Process watchdog = watchdog();

        watchdog.getOutputStream().close();

        assertThat(watchdog.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(another).exists();
    }

    private Process watchdog() throws IOException {
        try (InputStream script = Watchdog.class.getResourceAsStream("watchdog.sh")) {
            assertThat(script).isNotNull();
            String text = new String(script.readAllBytes(), UTF_8);
            return start(
                    "setsid",
                    "sh",
                    "-c",
                    text,
                    "watchdog",
                    "io.firedrill.run=r1",
                    ours.toString(),
                    "10");
        }
    }

    private Process start(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private static void tell(Process watchdog, String... lines) throws IOException {
        watchdog.getOutputStream().write((String.join("\n", lines) + "\n").getBytes(UTF_8));
        watchdog.getOutputStream().flush();
    }
}
