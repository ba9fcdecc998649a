package io.firedrill.junit;

import io.firedrill.evidence.Machine;
import io.firedrill.scenario.Options;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Facts about a run that its evidence needs: commit, machine, Docker, switches. */
final class RunFacts {
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
                Machine.answer("git", "status", "--porcelain")
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
        return Machine.answer(command).flatMap(text -> text.lines().findFirst());
    }
}
