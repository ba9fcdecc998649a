package io.firedrill.topology.containers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firedrill.DrillException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A process of its own session that clears up behind a run whose harness was killed (DESIGN 17). It
 * reads a pipe from us, whose end tells it of our death, whatever killed us.
 */
public final class Watchdog implements AutoCloseable {
    private static final String SCRIPT = "watchdog.sh";
    private static final String LIMIT_SECONDS = "60";
    private static final int GOODBYE_SECONDS = 2;

    private final Process process;
    private final OutputStream pipe;

    private Watchdog(Process process) {
        this.process = process;
        this.pipe = process.getOutputStream();
    }

    /**
     * Starts it; to be called before the run creates its first resource.
     *
     * @param runId the run whose resources it removes, by their label
     * @param folder the run's temporary folder, removed as well; its name must start with
     *     {@code firedrill-}
     */
    public static Watchdog start(String runId, Path folder) {
        try (InputStream script = Watchdog.class.getResourceAsStream(SCRIPT)) {
            String text = new String(Objects.requireNonNull(script, SCRIPT).readAllBytes(), UTF_8);
            return new Watchdog(new ProcessBuilder(command(text, runId, folder))
                    .directory(Path.of("/").toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new DrillException("the watchdog did not start; it needs 'setsid' and 'sh'", e);
        }
    }

    private static List<String> command(String script, String runId, Path folder) {
        String label = Labels.RUN + "=" + runId;
        return List.of(
                "setsid",
                "sh",
                "-c",
                script,
                "firedrill-watchdog",
                label,
                folder.toString(),
                LIMIT_SECONDS);
    }

    /** Tells it of a process group that creates resources and must die with us. */
    public void guard(long processGroup) {
        tell("guard " + processGroup);
    }

    /** Tells it that a process group has ended. */
    public void release(long processGroup) {
        tell("release " + processGroup);
    }

    /** Says whether it is there. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Lets it clear up at once, without waiting for our end; from now on it can be told nothing.
     */
    public void letGo() {
        try {
            pipe.close();
        } catch (IOException e) {
            throw new DrillException("the watchdog could not be let go", e);
        }
    }

    /** Ends it: from now on nobody clears up but us. */
    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        tell("done");
        try {
            pipe.close();
            if (!process.waitFor(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new DrillException("the watchdog could not be ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void tell(String line) {
        try {
            pipe.write((line + "\n").getBytes(UTF_8));
            pipe.flush();
        } catch (IOException e) {
            throw new DrillException(
                    "the watchdog is gone: a killed run would leave containers behind", e);
        }
    }
}
