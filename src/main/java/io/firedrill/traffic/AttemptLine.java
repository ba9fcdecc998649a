package io.firedrill.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.firedrill.DrillException;
import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Outcome;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One line of a customers' program: a JSON object that tells of one attempt that has ended.
 * {@code src/docs/journeys.md} is its documentation.
 *
 * @param start milliseconds since the epoch, as the wall clock of this machine has them
 * @param end the same, of the end
 * @param intended when the attempt was to start; empty where the program does not say
 * @param write id of its write; empty where it makes none
 * @param repeats how often this write was tried before
 */
record AttemptLine(
        BigDecimal start,
        BigDecimal end,
        Optional<BigDecimal> intended,
        Outcome outcome,
        AttemptReason reason,
        String detail,
        Optional<String> write,
        String who,
        int repeats) {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Set<String> KEYS = new TreeSet<>(Set.of(
            "start",
            "end",
            "duration",
            "intended",
            "outcome",
            "reason",
            "detail",
            "write",
            "who",
            "repeats"));
    private static final List<String> OUTCOMES =
            Arrays.stream(Outcome.values()).map(Enum::name).toList();
    private static final List<String> REASONS = Arrays.stream(AttemptReason.values())
            .filter(reason -> reason != AttemptReason.NONE)
            .map(Enum::name)
            .toList();
    private static final int LONGEST_ID = 200;

    /** A line is no attempt, and why. */
    static final class Malformed extends DrillException {
        private static final long serialVersionUID = 1L;

        Malformed(String why) {
            super(why);
        }
    }

    /**
     * Reads a line.
     *
     * @param writes true where the journey acknowledges writes
     * @throws Malformed saying what is wrong, and what is allowed
     */
    static AttemptLine read(String line, boolean writes) {
        JsonNode node = object(line);
        List<String> unknown = new ArrayList<>();
        node.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty()) {
            throw new Malformed(
                    "unknown key '" + unknown.get(0) + "'; known: " + String.join(", ", KEYS));
        }
        Outcome outcome = Outcome.valueOf(word(node, "outcome", OUTCOMES));
        BigDecimal start = millis(node, "start").orElseThrow(() -> missing("start"));
        Optional<String> write = id(node);
        if (writes && outcome != Outcome.FAILED && write.isEmpty()) {
            throw new Malformed("'write' is missing; needed: the id of the write, for the journey"
                    + " acknowledges writes and the outcome is " + outcome);
        }
        return new AttemptLine(
                start,
                end(node, start),
                millis(node, "intended"),
                outcome,
                reason(node, outcome),
                node.path("detail").asText(""),
                write,
                node.path("who").asText(""),
                Math.max(0, node.path("repeats").asInt(0)));
    }

    private static JsonNode object(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException notJson) {
            throw new Malformed("no JSON object; print nothing but attempts to standard output");
        }
        throw new Malformed("no JSON object; print nothing but attempts to standard output");
    }

    private static BigDecimal end(JsonNode node, BigDecimal start) {
        Optional<BigDecimal> end = millis(node, "end");
        Optional<BigDecimal> duration = millis(node, "duration");
        if (end.isPresent() == duration.isPresent()) {
            throw new Malformed("'end' and 'duration' are "
                    + (end.isPresent() ? "both given" : "both missing") + "; needed: one of them");
        }
        BigDecimal ended = end.orElseGet(() -> start.add(duration.orElseThrow()));
        if (ended.compareTo(start) < 0) {
            throw new Malformed("it ends before it starts");
        }
        return ended;
    }

    private static AttemptReason reason(JsonNode node, Outcome outcome) {
        if (outcome == Outcome.OK) {
            if (node.has("reason") && !node.path("reason").asText().equals("NONE")) {
                throw new Malformed("'reason' does not go with outcome OK");
            }
            return AttemptReason.NONE;
        }
        return AttemptReason.valueOf(word(node, "reason", REASONS));
    }

    private static Optional<BigDecimal> millis(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isNumber() || value.decimalValue().signum() < 0) {
            throw new Malformed("'" + key + "' is " + cut(value.toString())
                    + "; allowed: milliseconds, a number from 0");
        }
        return Optional.of(value.decimalValue());
    }

    private static String word(JsonNode node, String key, List<String> words) {
        if (!node.has(key)) {
            throw missing(key);
        }
        String word = node.path(key).asText();
        if (!words.contains(word)) {
            throw new Malformed("'" + key + "' is " + cut(node.path(key).toString()) + "; allowed: "
                    + String.join(", ", words));
        }
        return word;
    }

    private static Optional<String> id(JsonNode node) {
        Optional<String> id =
                Optional.of(node.path("write").asText("")).filter(it -> !it.isEmpty());
        if (id.filter(it -> it.length() > LONGEST_ID).isPresent()) {
            throw new Malformed("'write' is longer than " + LONGEST_ID + " characters");
        }
        return id;
    }

    private static Malformed missing(String key) {
        return new Malformed(
                "'" + key + "' is missing; needed: start, outcome, and end or duration");
    }

    private static String cut(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
