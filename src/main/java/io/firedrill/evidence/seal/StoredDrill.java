package io.firedrill.evidence.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.firedrill.evidence.EvidenceException;
import io.firedrill.scenario.Scenario;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an intact pack says of the drill that it is of, for questions over many packs.
 *
 * @param twin whether the system was sabotaged: no evidence of anything but the drill
 * @param dry whether nothing was injected: no evidence at all
 * @param function the critical function that the drill is evidence for; empty where not stated
 * @param verdict in a word
 * @param finished when it was over
 * @param scenario the digest of its scenario: steps, system, targets
 * @param images {@code sha256:...} of the image that each component ran; where a pack does not say
 *     which ones did, under the image's name
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
        Map<String, String> images) {
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

    private static Map<String, String> images(String statement) {
        Map<String, String> images = new LinkedHashMap<>();
        try {
            for (JsonNode subject : JSON.readTree(statement).path("subject")) {
                String name = subject.path("name").asText();
                String digest =
                        "sha256:" + subject.path("digest").path("sha256").asText();
                JsonNode components = subject.path("annotations").path("components");
                components.forEach(component -> images.put(component.asText(), digest));
                if (components.isEmpty() && !name.equals(PackContents.MANIFEST)) {
                    images.put(name, digest);
                }
            }
        } catch (JsonProcessingException e) {
            throw new EvidenceException(PackContents.STATEMENT + " is no JSON", e);
        }
        return images;
    }
}
