package io.firedrill.evidence.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.firedrill.check.Verdict;
import io.firedrill.evidence.Drilled;
import io.firedrill.evidence.SummaryFile;
import io.firedrill.evidence.seal.PackContents.FileFacts;
import io.firedrill.journal.Event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The file {@code statement.json}: an in-toto statement (v1) with the predicate
 * {@code test-result/v0.1}. It says of the manifest, and of the images that were drilled, how the
 * drill ended. It knows no third verdict: whatever is no PASS is {@code FAILED} there.
 */
final class Statement {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DIGEST = " digest";
    private static final String SHA_256 = "sha256";
    private static final List<String> CONFIGURATION = List.of(
            PackContents.SCENARIO,
            "scenario.yaml",
            "system.yaml",
            "communication.yaml",
            "compose.yaml");

    private Statement() {}

    /** Writes it for a pack whose manifest has that digest. */
    static String of(Drilled drill, Manifest manifest, String digest) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("_type", "https://in-toto.io/Statement/v1");
        statement.put("subject", subjects(drill, digest));
        statement.put("predicateType", "https://in-toto.io/attestation/test-result/v0.1");
        Map<String, Object> predicate = new LinkedHashMap<>();
        boolean passed = drill.result().status() == Verdict.Status.PASS;
        predicate.put("result", passed ? "PASSED" : "FAILED");
        predicate.put("configuration", configuration(manifest));
        predicate.put("passedTests", tests(drill, true));
        predicate.put("warnedTests", List.of());
        predicate.put("failedTests", tests(drill, false));
        statement.put("predicate", predicate);
        return SummaryFile.json(statement) + "\n";
    }

    private static List<Object> subjects(Drilled drill, String digest) {
        List<Object> subjects = new ArrayList<>();
        subjects.add(described(PackContents.MANIFEST, digest));
        if (drill.scenario().twin().isEmpty() && !drill.result().dry()) {
            subjects.addAll(images(drill));
        }
        return subjects;
    }

    /** An image that several components run is one subject. */
    private static List<Object> images(Drilled drill) {
        Map<String, String> facts = new TreeMap<>();
        drill.journal()
                .all(Event.EnvironmentRecorded.class)
                .forEach(event -> facts.putAll(event.facts()));
        Map<String, TreeSet<String>> digests = new TreeMap<>();
        facts.forEach((name, value) -> {
            if (name.endsWith(DIGEST) && value.matches(SHA_256 + ":" + Digests.PATTERN)) {
                String component = name.substring(0, name.length() - DIGEST.length());
                String image = facts.getOrDefault(component + " image", component);
                String key = image + "@" + value;
                digests.computeIfAbsent(key, any -> new TreeSet<>()).add(component);
            }
        });
        List<Object> images = new ArrayList<>();
        digests.forEach((key, components) -> images.add(image(key, components)));
        return images;
    }

    private static Object image(String key, TreeSet<String> components) {
        int at = key.lastIndexOf('@');
        String digest = key.substring(at + 1 + SHA_256.length() + 1);
        Map<String, Object> image = described(key.substring(0, at), digest);
        image.put("annotations", Map.of("components", List.copyOf(components)));
        return image;
    }

    private static List<Object> configuration(Manifest manifest) {
        List<Object> files = new ArrayList<>();
        for (String name : CONFIGURATION) {
            FileFacts file = manifest.files().get(name);
            if (file != null) {
                files.add(described(name, file.sha256()));
            }
        }
        return files;
    }

    private static Map<String, Object> described(String name, String digest) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("digest", Map.of(SHA_256, digest));
        return map;
    }

    private static List<String> tests(Drilled drill, boolean passed) {
        return drill.result().verdicts().stream()
                .filter(verdict -> (verdict.status() == Verdict.Status.PASS) == passed)
                .map(verdict -> drill.scenario().id() + "/" + verdict.id())
                .toList();
    }

    /** Gives the digest of the manifest that a statement is about; empty where it names none. */
    static Optional<String> manifest(String text) {
        try {
            for (JsonNode subject : JSON.readTree(text).path("subject")) {
                if (subject.path("name").asText().equals(PackContents.MANIFEST)) {
                    return Optional.of(subject.path("digest").path(SHA_256).asText());
                }
            }
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty(); // broken: it is about nothing
        }
    }
}
