package io.firedrill.evidence.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.firedrill.evidence.EvidenceException;
import io.firedrill.scenario.Scenario;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What an intact pack says of the drill that it is of, for questions over many packs.
 *
 * @param twin whether the system was sabotaged: no evidence of anything but the drill
 * @param dry whether nothing was injected: no evidence at all
 * @param function the critical function that the drill is evidence for; empty where not stated
 * @param verdict in a word
 * @param finished when it was over
 * @param scenario the digest of its scenario: steps, system, targets
 * @param images {@code sha256:...} of every image that was drilled
 */
public record StoredDrill(
        Path pack,
        String drill,
        boolean twin,
        boolean dry,
        String function,
        String verdict,
        Instant finished,
        String scenario,
        Set<String> images) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads it.
     *
     * @return empty where the pack does not say enough
     */
    static Optional<StoredDrill> of(Path pack) {
        PackContents contents = PackContents.of(pack);
        Optional<String> scenario = contents.text(PackContents.SCENARIO);
        Optional<String> manifest = contents.text(PackContents.MANIFEST);
        if (scenario.isEmpty() || manifest.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(contents, manifest.get(), ScenarioJson.read(scenario.get())));
        } catch (EvidenceException | DateTimeException e) {
            return Optional.empty(); // of another format: whoever asks is told that it says nothing
        }
    }

    private static StoredDrill of(PackContents contents, String manifest, Scenario scenario) {
        Manifest seal = Manifest.parse(manifest);
        return new StoredDrill(
                contents.folder(),
                seal.drill(),
                scenario.twin().isPresent(),
                seal.dry(),
                scenario.about().function().orElse(""),
                seal.verdict(),
                Instant.parse(seal.finished()),
                contents.digest(PackContents.SCENARIO).orElse(""),
                images(contents.text(PackContents.STATEMENT).orElse("{}")));
    }

    private static Set<String> images(String statement) {
        Set<String> images = new LinkedHashSet<>();
        try {
            for (JsonNode subject : JSON.readTree(statement).path("subject")) {
                if (!subject.path("name").asText().equals(PackContents.MANIFEST)) {
                    images.add("sha256:" + subject.path("digest").path("sha256").asText());
                }
            }
        } catch (JsonProcessingException e) {
            throw new EvidenceException(PackContents.STATEMENT + " is no JSON", e);
        }
        return images;
    }
}
