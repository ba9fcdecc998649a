package io.firedrill.proof;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what the proof found: {@code proof.json} for programs, {@code proof.html} for people. */
final class ProofReport {
    private static final String FORMAT = "firedrill-proof/1";

    private ProofReport() {}

    static void write(Findings findings, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("proof.json"), json(findings));
        Files.writeString(folder.resolve("proof.html"), ProofPage.of(findings));
    }

    static String json(Findings findings) throws IOException {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", FORMAT);
        root.put("verdict", findings.faults().isEmpty() ? "PROVEN" : "NOT_PROVEN");
        root.put("faults", findings.faults());
        root.put("facts", findings.facts());
        root.put("defects", findings.defects().stream().map(ProofReport::defect).toList());
        root.put(
                "refused", findings.refused().stream().map(ProofReport::refused).toList());
        root.put("healthy", findings.drills().stream().map(ProofReport::drill).toList());
        return new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(root);
    }

    private static Map<String, Object> defect(Findings.Defect it) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", it.id());
        map.put("seeded", it.twin().title());
        map.put(
                "expected",
                Map.of(
                        "objective", it.twin().objective(),
                        "verdict", it.twin().status(),
                        "reason", it.twin().reason()));
        map.put("trials", it.trials());
        map.put("caught", it.caught());
        map.put("otherwise", it.otherwise());
        map.put("seconds", it.seconds());
        return map;
    }

    private static Map<String, Object> refused(Refused it) {
        return Map.of(
                "id", it.id(),
                "seeded", it.title(),
                "caught", it.caught(),
                "said", List.copyOf(it.said()));
    }

    private static Map<String, Object> drill(Findings.Drill it) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", it.id());
        map.put("noise", it.noisy());
        map.put("trials", it.trials());
        map.put("passed", it.passed());
        map.put("failed", it.failed());
        map.put("inconclusive", it.inconclusive());
        map.put("otherwise", it.otherwise());
        map.put("seconds", it.seconds());
        return map;
    }
}
