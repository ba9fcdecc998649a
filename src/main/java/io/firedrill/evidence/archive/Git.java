package io.firedrill.evidence.archive;

import io.firedrill.evidence.Disk;
import io.firedrill.evidence.EvidenceException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Calls {@code git} in a folder; it is never asked to wait for somebody at a keyboard. */
final class Git {
    /** Far longer than a push of packs takes, and an end where nothing answers. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final Path folder;
    private final Path output;

    /**
     * Works in a folder.
     *
     * @param output file for what git says, outside that folder
     */
    Git(Path folder, Path output) {
        this.folder = folder;
        this.output = output;
    }

    /** What came of a call. */
    record Said(int exit, String text) {
        boolean fine() {
            return exit == 0;
        }
    }

    /**
     * Calls it and demands that it succeeds.
     *
     * @throws EvidenceException with what git said
     */
    void demand(String... arguments) {
        Said said = call(arguments);
        if (!said.fine()) {
            throw refused(said, arguments);
        }
    }

    /** Makes the error for a call that was refused. */
    static EvidenceException refused(Said said, String... arguments) {
        return new EvidenceException(
                "the archive can not be reached: 'git " + arguments[0] + "' ended with "
                        + said.exit() + ": " + said.text().strip(),
                null);
    }

    /** Calls it and gives what came of it. */
    Said call(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().putIfAbsent("GIT_SSH_COMMAND", "ssh -o BatchMode=yes");
        return new Said(exit(builder), Disk.read(output));
    }

    private static int exit(ProcessBuilder builder) {
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new EvidenceException(
                        "the archive did not answer git within " + LONGEST.toMinutes() + " minutes",
                        null);
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new EvidenceException(
                    "git can not be called, which an archive on a branch needs: " + e.getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EvidenceException("interrupted while git was at work on the archive", e);
        }
    }
}
