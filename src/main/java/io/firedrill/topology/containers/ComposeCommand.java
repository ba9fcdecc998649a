package io.firedrill.topology.containers;

import io.firedrill.DrillException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code docker compose} in a process group that the watchdog knows, within a bound, its
 * output kept in files.
 *
 * @param watchdog told of each process group before it does anything
 * @param folder for the files of output
 * @param project the Compose project
 * @param directory what relative paths of the Compose files start from
 * @param environment added to ours; may hold secrets
 */
record ComposeCommand(
        Watchdog watchdog,
        Path folder,
        String project,
        Path directory,
        Map<String, String> environment) {
    /** What a command left. Code -1 where it was ended by us. */
    record Output(int code, String out, String err) {
        /** Says whether it ended well. */
        boolean ok() {
            return code == 0;
        }
    }

    private static final int ENDED_BY_US = -1;

    /** Runs one command over the given files. */
    Output run(List<Path> files, List<String> arguments, Duration atMost) {
        List<String> command = new ArrayList<>(List.of(
                // Waits for our word, so that nothing is created before the watchdog knows of it.
                "setsid",
                "sh",
                "-c",
                "read -r go && exec \"$@\"",
                "sh",
                "docker",
                "compose",
                "--ansi",
                "never",
                "-p",
                project,
                "--project-directory",
                directory.toAbsolutePath().toString()));
        files.forEach(file -> command.addAll(List.of("-f", file.toAbsolutePath().toString())));
        command.addAll(arguments);
        try {
            return run(command, atMost);
        } catch (IOException e) {
            throw new DrillException(
                    "'docker compose " + arguments.get(0) + "' could not be run", e);
        }
    }

    private Output run(List<String> command, Duration atMost) throws IOException {
        Path out = Files.createTempFile(folder, "compose-", ".out");
        Path err = Files.createTempFile(folder, "compose-", ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        watchdog.guard(process.pid());
        try {
            int code = await(process, atMost);
            return new Output(code, read(out), read(err));
        } finally {
            watchdog.release(process.pid());
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        }
    }

    private static int await(Process process, Duration atMost) throws IOException {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().close();
            if (process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            return ENDED_BY_US;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ENDED_BY_US;
        } finally {
            endGroup(process);
        }
    }

    /** Ends the whole group: the plug-in is a child of {@code docker}. */
    private static void endGroup(Process process) throws IOException {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
