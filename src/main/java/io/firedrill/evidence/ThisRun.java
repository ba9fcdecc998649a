package io.firedrill.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.firedrill.check.Judge;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the summary says of the run: also of what the same run did before, such as a suite before
 * single tests.
 *
 * @param outcome as in {@link Outcome#word}
 * @param problems what is wrong with files or switches
 */
public record ThisRun(
        String verdict,
        String outcome,
        String mode,
        Instant started,
        Instant finished,
        int planned,
        List<Row> drills,
        List<Row> twins,
        List<String> notes,
        List<String> problems) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASS = "PASS";

    /**
     * A drill or a twin.
     *
     * @param verdict of a drill; of a twin {@code caught} or {@code NOT CAUGHT}
     * @param pack its folder, relative to the summary's
     * @param open what did not pass
     */
    public record Row(String id, String verdict, double seconds, String pack, List<Open> open) {}

    /**
     * What did not pass.
     *
     * @param id of an objective or an implicit check
     * @param objective false for an implicit check
     * @param reason the code of the reason, empty for none
     * @param follows true where it is so only because of another one
     */
    public record Open(
            String id,
            boolean objective,
            String verdict,
            String reason,
            String headline,
            boolean follows) {}

    /** Reads a summary, without the secrets in it. */
    static ThisRun read(Path summary, Masking masking) {
        try {
            return of(JSON.readTree(masking.apply(Disk.read(summary))));
        } catch (JsonProcessingException e) {
            throw new EvidenceException(summary + " is no summary", e);
        }
    }

    private static ThisRun of(JsonNode summary) {
        return new ThisRun(
                summary.path("verdict").asText(),
                summary.path("outcome").asText(),
                summary.path("mode").asText(),
                Instant.parse(summary.path("started").asText()),
                Instant.parse(summary.path("finished").asText()),
                summary.path("planned").asInt(),
                rows(summary.path("drills"), false),
                rows(summary.path("twins"), true),
                texts(summary.path("notes")),
                texts(summary.path("problems")));
    }

    private static List<Row> rows(JsonNode list, boolean twins) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode row : list) {
            boolean caught = row.path("caught").asBoolean();
            rows.add(new Row(
                    row.path("id").asText(),
                    twins
                            ? caught ? "caught" : "NOT CAUGHT"
                            : row.path("verdict").asText(),
                    row.path("seconds").asDouble(),
                    row.path("pack").asText(),
                    twins ? faults(row) : open(row)));
        }
        return List.copyOf(rows);
    }

    private static List<Open> open(JsonNode row) {
        List<Open> open = new ArrayList<>();
        for (String list : List.of("implicit", "objectives")) {
            for (JsonNode verdict : row.path(list)) {
                if (!verdict.path("verdict").asText().equals(PASS)) {
                    open.add(open(verdict, list.equals("objectives")));
                }
            }
        }
        return List.copyOf(open);
    }

    private static Open open(JsonNode verdict, boolean objective) {
        return new Open(
                verdict.path("id").asText(),
                objective,
                verdict.path("verdict").asText(),
                verdict.path("reason").asText(""),
                verdict.path("headline").asText(),
                verdict.path("details").has(Judge.BECAUSE));
    }

    private static List<Open> faults(JsonNode twin) {
        List<Open> faults = new ArrayList<>();
        twin.path("faults")
                .forEach(fault -> faults.add(new Open(
                        twin.path("expected").path("objective").asText(),
                        true,
                        "NOT CAUGHT",
                        "TWIN_NOT_CAUGHT",
                        fault.asText(),
                        false)));
        return List.copyOf(faults);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return List.copyOf(texts);
    }

    /** Gives what did not pass or was not caught, in the order of the run. */
    public Stream<Row> wrong() {
        return Stream.concat(drills.stream(), twins.stream())
                .filter(row -> !row.open().isEmpty()
                        || !row.verdict().equals(PASS) && !row.verdict().equals("caught"));
    }
}
