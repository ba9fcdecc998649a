package io.firedrill.junit;

import io.firedrill.DrillException;
import io.firedrill.evidence.Machine;
import io.firedrill.scenario.Options;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Facts about a run that its evidence needs: commit, machine, Docker, switches. */
final class RunFacts {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final String NOT_KNOWN = "not known";

    private RunFacts() {}

    static Map<String, String> gather(Options options) {
        Map<String, String> facts = source();
        facts.put("docker", docker().orElse(NOT_KNOWN));
        facts.put("switches", options.toString());
        return facts;
    }

    /** Gives what is known before anything starts: the machine, and the commit. */
    static Map<String, String> source() {
        Map<String, String> facts = new TreeMap<>(Machine.facts());
        facts.put("commit", firstLine("git", "rev-parse", "HEAD").orElse(NOT_KNOWN));
        facts.put(
                "working tree",
                output("git", "status", "--porcelain")
                        .map(changes -> changes.isBlank() ? "clean" : "changed")
                        .orElse(NOT_KNOWN));
        return facts;
    }

    /** Gives the version of the Docker engine, where one answers. */
    static Optional<String> docker() {
        return firstLine("docker", "version", "--format", "{{.Server.Version}}")
                .filter(version -> !version.isBlank());
    }

    private static Optional<String> firstLine(String... command) {
        return output(command).flatMap(text -> text.lines().findFirst());
    }

    private static Optional<String> output(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(ANSWER_WITHIN.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String text =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DrillException("interrupted while asking " + command[0], e);
        }
    }
}
