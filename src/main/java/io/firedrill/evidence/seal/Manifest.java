package io.firedrill.evidence.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firedrill.evidence.Drilled;
import io.firedrill.evidence.EvidenceException;
import io.firedrill.evidence.SummaryFile;
import io.firedrill.evidence.seal.PackContents.FileFacts;
import io.firedrill.journal.JournalChain;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code manifest.json}: which files a pack consists of. Its SHA-256 is the digest of the
 * pack.
 *
 * @param firedrill version that sealed it
 * @param drill id of the drill
 * @param verdict as in {@code verdicts.json}
 * @param dry whether nothing was injected
 * @param started wall time at which it began, ISO 8601
 * @param finished when it ended
 * @param journal the end of its journal; empty where it has none
 * @param earlier digest of the pack of the same drill before this one; empty for the first
 * @param key SHA-256 of the public key that it is signed with; empty where it is unsigned
 * @param files name to what it is, without those that the seal consists of
 */
record Manifest(
        String firedrill,
        String drill,
        String verdict,
        boolean dry,
        String started,
        String finished,
        Optional<End> journal,
        Optional<String> earlier,
        Optional<String> key,
        SortedMap<String, FileFacts> files) {
    /** Name of this format, with its number. */
    static final String FORMAT = "firedrill-pack/1";

    private static final String UNSIGNED = "unsigned";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How many records a journal has, and the hash of the last. */
    record End(long records, String last) {}

    /**
     * Where a pack comes from.
     *
     * @param firedrill the version that seals it
     */
    record Origin(String firedrill, Optional<String> earlier, Optional<String> key) {}

    /** Draws it up for a pack that is being sealed. */
    static Manifest of(PackContents contents, Drilled drill, Origin origin) {
        SortedMap<String, FileFacts> files = new TreeMap<>(contents.files());
        PackContents.SEAL.forEach(files::remove);
        return new Manifest(
                origin.firedrill(),
                drill.scenario().id(),
                drill.word(),
                drill.result().dry(),
                drill.started().toString(),
                drill.ended().toString(),
                end(contents),
                origin.earlier(),
                origin.key(),
                files);
    }

    private static Optional<End> end(PackContents contents) {
        if (!contents.has(PackContents.JOURNAL)) {
            return Optional.empty();
        }
        JournalChain chain = JournalChain.of(contents.bytes(PackContents.JOURNAL));
        return Optional.of(new End(chain.records(), chain.last()));
    }

    /** Writes it. */
    String text() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("format", FORMAT);
        map.put("firedrill", firedrill);
        map.put("drill", drill);
        map.put("verdict", verdict);
        map.put("dry", dry);
        map.put("started", started);
        map.put("finished", finished);
        map.put("journal", journal.map(Manifest::json).orElse(null));
        map.put("earlier", earlier.orElse(null));
        map.put("signature", key.map(Manifest::signature).orElse(UNSIGNED));
        Map<String, Object> all = new LinkedHashMap<>();
        files.forEach((name, file) -> all.put(name, json(file)));
        map.put("files", all);
        return SummaryFile.json(map) + "\n";
    }

    private static Map<String, Object> json(End end) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("records", end.records());
        map.put("last", end.last());
        return map;
    }

    private static Object signature(String key) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("algorithm", SigningKey.ALGORITHM);
        map.put("key", key);
        return map;
    }

    private static Map<String, Object> json(FileFacts file) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("sha256", file.sha256());
        map.put("bytes", file.bytes());
        return map;
    }

    /**
     * Reads one of this format.
     *
     * @throws EvidenceException where it is none
     */
    static Manifest parse(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            SortedMap<String, FileFacts> files = new TreeMap<>();
            json.path("files")
                    .properties()
                    .forEach(file -> files.put(file.getKey(), facts(file.getValue())));
            return new Manifest(
                    json.path("firedrill").asText(),
                    json.path("drill").asText(),
                    json.path("verdict").asText(),
                    json.path("dry").asBoolean(),
                    json.path("started").asText(),
                    json.path("finished").asText(),
                    json.path("journal").isObject()
                            ? Optional.of(end(json.get("journal")))
                            : Optional.empty(),
                    text(json.path("earlier")),
                    text(json.path("signature").path("key")),
                    files);
        } catch (JsonProcessingException e) {
            throw new EvidenceException("it is no JSON", e);
        }
    }

    private static FileFacts facts(JsonNode file) {
        return new FileFacts(file.path("sha256").asText(), file.path("bytes").asLong());
    }

    private static End end(JsonNode journal) {
        return new End(journal.path("records").asLong(), journal.path("last").asText());
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }
}
