package io.firedrill.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firedrill.check.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The summary that an earlier part of this run has left. Nothing of it is replaced: a drill that
 * was run again has two rows, and the verdict over all is the worst.
 *
 * @param left its keys; empty where there is none
 */
record EarlierSummary(Map<String, @Nullable Object> left) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads the file, where it is there. */
    static EarlierSummary at(Path file) {
        if (!Files.isRegularFile(file)) {
            return new EarlierSummary(Map.of());
        }
        try {
            return new EarlierSummary(JSON.readValue(Disk.read(file), new TypeReference<>() {}));
        } catch (JsonProcessingException e) {
            throw new EvidenceException(file + " is no summary: " + e.getMessage(), e);
        }
    }

    /** Gives the summary of both. */
    Map<String, @Nullable Object> before(Map<String, @Nullable Object> later) {
        if (left.isEmpty()) {
            return later;
        }
        Map<String, @Nullable Object> both = new LinkedHashMap<>(later);
        both.put("mode", same("mode", later) ? later.get("mode") : "mixed");
        both.put("verdict", worst(later));
        both.put("started", left.get("started"));
        List.of("planned", "executed").forEach(key -> both.put(key, sum(key, later)));
        List.of("drills", "twins").forEach(key -> both.put(key, rows(key, later)));
        List.of("notes", "problems")
                .forEach(key -> both.put(key, new LinkedHashSet<>(rows(key, later))));
        return both;
    }

    private boolean same(String key, Map<String, @Nullable Object> later) {
        return Optional.ofNullable(left.get(key)).equals(Optional.ofNullable(later.get(key)));
    }

    private String worst(Map<String, @Nullable Object> later) {
        List<String> found =
                List.of(String.valueOf(left.get("verdict")), String.valueOf(later.get("verdict")));
        if (found.contains(Verdict.Status.FAIL.name())) {
            return Verdict.Status.FAIL.name();
        }
        boolean same = found.get(0).equals(found.get(1));
        return same ? found.get(0) : Verdict.Status.INCONCLUSIVE.name();
    }

    private int sum(String key, Map<String, @Nullable Object> later) {
        return number(left.get(key)) + number(later.get(key));
    }

    private static int number(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }

    private List<Object> rows(String key, Map<String, @Nullable Object> later) {
        List<Object> rows = new ArrayList<>();
        for (Object list : List.of(
                Optional.ofNullable(left.get(key)).orElse(List.of()),
                Optional.ofNullable(later.get(key)).orElse(List.of()))) {
            rows.addAll((List<?>) list);
        }
        return rows;
    }
}
