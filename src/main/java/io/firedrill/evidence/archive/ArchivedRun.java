package io.firedrill.evidence.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.firedrill.evidence.Disk;
import io.firedrill.evidence.History;
import io.firedrill.evidence.seal.Digests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * One run of an archive, as it lies there.
 *
 * @param folder its folder, whose name is the run's
 * @param intent what it said that it would do; empty where that can not be read
 * @param end what came of it; empty where it was killed, thrown away or is still under way
 */
record ArchivedRun(Path folder, Optional<JsonNode> intent, Optional<JsonNode> end) {
    static final String INTENT = "intent.json";
    static final String END = "end.json";
    static final String PACKS = "packs";

    private static final ObjectMapper JSON = new ObjectMapper();

    static ArchivedRun read(Path folder) {
        return new ArchivedRun(folder, json(folder.resolve(INTENT)), json(folder.resolve(END)));
    }

    private static Optional<JsonNode> json(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(JSON.readTree(Disk.read(file))).filter(JsonNode::isObject)
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    /** Says whether it was begun and has no end. */
    boolean open() {
        return intent.isPresent() && !Files.exists(folder.resolve(END));
    }

    /** Gives when it was begun; empty where that can not be read. */
    Optional<Instant> started() {
        try {
            return intent.map(it -> Instant.parse(it.path("started").asText()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Gives the ids of the drills and twins that it said it would run. */
    List<String> drills() {
        return intent.stream()
                .flatMap(it -> elements(it.path("drills")).stream())
                .map(drill -> drill.path("id").asText())
                .toList();
    }

    static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** Gives the digest of one of its files; empty where there is none. */
    Optional<String> digest(String file) {
        Path path = folder.resolve(file);
        return Files.isRegularFile(path)
                ? Optional.of(Digests.of(Disk.read(path)))
                : Optional.empty();
    }

    /** Gives the file of what it added to the history. */
    Path history() {
        return folder.resolve(History.FILE);
    }

    /** Gives what a later run names it by: a run whose files are changed later is seen. */
    Map<String, String> named() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("run", name());
        digest(INTENT).ifPresent(digest -> map.put("intent", digest));
        digest(END).ifPresent(digest -> map.put("end", digest));
        return map;
    }
}
