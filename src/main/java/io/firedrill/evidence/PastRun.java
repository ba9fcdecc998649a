package io.firedrill.evidence;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A line of the history: one run of one drill.
 *
 * @param verdict of the drill as a whole, where it was run several times in a row
 * @param measured what was measured, by the id of the objective
 * @param objectives the verdict on each objective; empty in lines of an older Firedrill
 */
public record PastRun(
        String id,
        Instant started,
        String verdict,
        Map<String, Value> measured,
        Map<String, String> objectives) {
    private static final String PASS = "PASS";

    /**
     * A measured value.
     *
     * @param known false where an older Firedrill kept only the middle, so that nothing is known of
     *     the error
     * @param moreIsBetter true where a higher value is the better one
     */
    public record Value(double low, double high, String unit, boolean known, boolean moreIsBetter) {
        /** Gives the middle. */
        public double middle() {
            return (low + high) / 2;
        }
    }

    /** Reads a line; empty where it is none. */
    static Optional<PastRun> of(JsonNode line) {
        String id = line.path("id").asText();
        Optional<Instant> started = instant(line.path("started").asText());
        String own = line.path("verdict").asText();
        return started.filter(any -> !id.isEmpty())
                .map(at -> new PastRun(
                        id, at, line.path("drill").asText(own), values(line), verdicts(line)));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Value> values(JsonNode line) {
        Map<String, Value> values = new LinkedHashMap<>();
        line.path("measured").fields().forEachRemaining(entry -> {
            double middle = entry.getValue().asDouble();
            values.put(entry.getKey(), new Value(middle, middle, "", false, false));
        });
        line.path("intervals").fields().forEachRemaining(entry -> {
            JsonNode value = entry.getValue();
            values.put(
                    entry.getKey(),
                    new Value(
                            value.path("low").asDouble(),
                            value.path("high").asDouble(),
                            value.path("unit").asText(),
                            true,
                            value.path("moreIsBetter").asBoolean()));
        });
        return Collections.unmodifiableMap(values);
    }

    private static Map<String, String> verdicts(JsonNode line) {
        Map<String, String> verdicts = new LinkedHashMap<>();
        line.path("objectives")
                .fields()
                .forEachRemaining(
                        entry -> verdicts.put(entry.getKey(), entry.getValue().asText()));
        return Collections.unmodifiableMap(verdicts);
    }

    /**
     * Gives the verdict on an objective. An older line has none; where its drill passed, each of
     * its objectives did.
     */
    public Optional<String> verdictOn(String objective) {
        return Optional.ofNullable(objectives.get(objective))
                .or(() -> Optional.of(PASS)
                        .filter(any -> objectives.isEmpty() && verdict.equals(PASS)));
    }

    /** Says whether it told anything: it passed or failed. */
    public boolean tells() {
        return verdict.equals(PASS) || verdict.equals("FAIL");
    }
}
