package io.firedrill.evidence.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firedrill.check.DrillResult;
import io.firedrill.evidence.EvidenceException;
import io.firedrill.evidence.Masking;
import io.firedrill.evidence.SummaryFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts that a pack says beside those that its journal gives. What was found must be the
 * same; in what words it is said must be only where the same version said it.
 */
final class Comparison {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VERDICT = "verdict";
    private static final List<String> FOUND = List.of(VERDICT, "reason", "target", "measured");
    private static final List<String> WORDS = List.of("headline", "details");

    private final JsonNode written;
    private final DrillResult result;
    private final List<String> found = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final boolean strict;

    /**
     * Compares.
     *
     * @param written the file of verdicts
     * @param strict whether the words must be the same as well
     */
    Comparison(JsonNode written, DrillResult result, boolean strict) {
        this.written = written;
        this.result = result;
        this.strict = strict;
        compare();
    }

    /** Says whether the pack has the drill's verdict right. */
    boolean sameWord() {
        return written.path(VERDICT).asText().equals(result.word());
    }

    /** Gives what must agree and does not. */
    List<String> differences() {
        List<String> all = new ArrayList<>(found);
        all.addAll(strict ? words : List.of());
        return all;
    }

    /** Gives what another version said in other words. */
    List<String> notes() {
        return strict ? List.of() : List.copyOf(words);
    }

    private void compare() {
        if (!written.path("id").asText().equals(result.scenario().id())) {
            found.add("the verdicts are those of " + written.path("id").asText());
        }
        if (!sameWord()) {
            found.add("the drill is written " + written.path(VERDICT).asText() + ", judged "
                    + result.word());
        }
        if (written.path("dry").asBoolean() != result.dry()) {
            found.add("the pack says " + (result.dry() ? "nothing of" : "that it was")
                    + " a dry run, the journal does not agree");
        }
        if (written.path("verdicts").size() != result.verdicts().size()) {
            found.add(written.path("verdicts").size() + " verdicts are written, judged "
                    + result.verdicts().size());
        }
        Map<String, JsonNode> said = byId(written.path("verdicts"));
        Map<String, JsonNode> judged = byId(judged());
        Set<String> ids = new LinkedHashSet<>(judged.keySet());
        ids.addAll(said.keySet());
        for (String id : ids) {
            compare(id, said, judged);
        }
    }

    private void compare(String id, Map<String, JsonNode> said, Map<String, JsonNode> judged) {
        JsonNode one = said.get(id);
        JsonNode other = judged.get(id);
        if (one == null || other == null) {
            found.add(
                    one == null
                            ? id + ": not written, judged " + word(other)
                            : id + ": written " + word(one) + ", but the journal gives no such"
                                    + " verdict");
            return;
        }
        FOUND.forEach(name -> compare(id + ": " + name, one.path(name), other.path(name), found));
        WORDS.forEach(name -> compare(id + ": " + name, one.path(name), other.path(name), words));
    }

    private static void compare(String what, JsonNode one, JsonNode other, List<String> into) {
        if (!same(one, other)) {
            into.add(what + " is written " + one + ", judged " + other);
        }
    }

    private static String word(@Nullable JsonNode verdict) {
        return verdict == null ? "nothing" : verdict.path(VERDICT).asText();
    }

    /** What was masked in the pack may be anything. */
    private static boolean same(JsonNode one, JsonNode other) {
        if (one.isTextual() && other.isTextual() && one.asText().contains(Masking.MASK)) {
            String pattern = Arrays.stream(one.asText().split(Pattern.quote(Masking.MASK), -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining("[\\s\\S]*"));
            return other.asText().matches(pattern);
        }
        if (one.isObject() && other.isObject() && one.size() == other.size()) {
            return one.properties().stream()
                    .allMatch(it -> same(it.getValue(), other.path(it.getKey())));
        }
        return one.equals(other);
    }

    private JsonNode judged() {
        try {
            return JSON.readTree(SummaryFile.json(SummaryFile.verdicts(result.verdicts())));
        } catch (JsonProcessingException e) {
            throw new EvidenceException("the verdicts can not be compared", e);
        }
    }

    private static Map<String, JsonNode> byId(JsonNode verdicts) {
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        verdicts.forEach(verdict -> byId.put(verdict.path("id").asText(), verdict));
        return byId;
    }
}
