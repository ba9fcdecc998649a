package io.firedrill.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firedrill.check.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The little that is kept of every run: one line of JSON for each drill, newest last. */
public final class History {
    /** Name of the file in the folder of a history. */
    public static final String FILE = "drills.jsonl";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DIGEST = "digest";

    private final List<Path> earlier;
    private final Path file;

    /** Stands for the history in a folder, which need not be there yet. */
    public History(Path folder) {
        this(List.of(), folder.resolve(FILE));
    }

    /**
     * Stands for a history in several files, which need not be there.
     *
     * @param earlier those that are only read, the earliest first
     * @param file the one that is added to
     */
    public History(List<Path> earlier, Path file) {
        this.earlier = List.copyOf(earlier);
        this.file = file;
    }

    /**
     * Adds one run of a drill.
     *
     * @param whole what all runs of the drill say together; the worst counts
     * @param digest that of its pack; empty where that could not be sealed
     */
    public void add(Drilled drill, Drilled whole, Optional<String> digest) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("id", drill.scenario().id());
        line.put("started", drill.started().toString());
        line.put("verdict", drill.result().status().name());
        line.put("drill", whole.result().status().name());
        line.put("good", Run.good(drill));
        line.put("seconds", drill.lasted().toMillis() / 1000.0);
        line.put("measured", measured(drill));
        digest.ifPresent(it -> line.put(DIGEST, it));
        line.put("intervals", intervals(drill));
        line.put("objectives", objectives(whole));
        PlanTime time = PlanTime.of(drill.scenario());
        if (time.scaled()) {
            line.put("timeScale", time.scale());
        }
        try {
            Disk.append(file, JSON.writeValueAsString(line));
        } catch (JsonProcessingException e) {
            throw new EvidenceException(file + ": a line can not be written", e);
        }
    }

    private static Map<String, Object> measured(Drilled drill) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Verdict verdict : drill.objectives()) {
            verdict.measured()
                    .filter(value -> Double.isFinite(value.high()))
                    .ifPresent(value -> values.put(verdict.id(), (value.low() + value.high()) / 2));
        }
        return values;
    }

    private static Map<String, Object> intervals(Drilled drill) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Verdict verdict : drill.objectives()) {
            verdict.measured()
                    .filter(value -> Double.isFinite(value.high()))
                    .ifPresent(value -> values.put(verdict.id(), interval(value)));
        }
        return values;
    }

    private static Map<String, Object> interval(Verdict.Measured value) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("low", value.low());
        map.put("high", value.high());
        map.put("unit", value.unit());
        map.put("moreIsBetter", value.moreIsBetter());
        return map;
    }

    private static Map<String, Object> objectives(Drilled whole) {
        Map<String, Object> verdicts = new LinkedHashMap<>();
        whole.objectives()
                .forEach(verdict -> verdicts.put(verdict.id(), verdict.status().name()));
        return verdicts;
    }

    /** Gives every line that can be read, the earliest run first. */
    public List<PastRun> runs() {
        return lines().map(PastRun::of)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(PastRun::started))
                .toList();
    }

    /**
     * Gives how long each drill took the last time, by its id; lines that can not be read are left.
     */
    public Map<String, Duration> lasted() {
        Map<String, Duration> lasted = new HashMap<>();
        lines().forEach(line -> {
            long millis = Math.round(line.path("seconds").asDouble() * 1000);
            lasted.put(line.path("id").asText(), Duration.ofMillis(millis));
        });
        return lasted;
    }

    /** Gives the digests of the packs of each drill, by its id, the first one first. */
    public Map<String, List<String>> packs() {
        Map<String, List<String>> packs = new HashMap<>();
        lines().filter(line -> line.has(DIGEST))
                .forEach(line -> packs.computeIfAbsent(
                                line.path("id").asText(), any -> new ArrayList<>())
                        .add(line.path(DIGEST).asText()));
        return packs;
    }

    /** Gives the digest of the newest pack of each drill, by its id. */
    public Map<String, String> newest() {
        Map<String, String> newest = new HashMap<>();
        packs().forEach((id, all) -> newest.put(id, all.get(all.size() - 1)));
        return newest;
    }

    private Stream<JsonNode> lines() {
        return Stream.concat(earlier.stream(), Stream.of(file))
                .filter(Files::isRegularFile)
                .flatMap(each -> Disk.read(each).lines())
                .map(History::parse)
                .flatMap(Optional::stream);
    }

    private static Optional<JsonNode> parse(String line) {
        try {
            return Optional.of(JSON.readTree(line));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
