package io.firedrill.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the benchmarks found: a table for people, JSON for programs. */
final class Report {
    private static final Path FOLDER = Path.of("reports", "latest");

    private final List<Line> lines = new ArrayList<>();

    /**
     * One measured number.
     *
     * @param id of the goal (P1 and so on, MEASURING.md)
     * @param what was measured
     * @param value as people read it
     * @param goal what was asked for; empty for a rival or a number beside
     * @param met yes, no, or empty where there is no goal
     * @param beside the state of the machine, and what else belongs to it
     */
    record Line(String id, String what, String value, String goal, String met, String beside) {
        /** A number without a goal. */
        static Line of(String id, String what, String value, String beside) {
            return new Line(id, what, value, "", "", beside);
        }

        /** A number with its goal. */
        Line goal(String text, boolean reached) {
            return new Line(id, what, value, text, reached ? "yes" : "NO", beside);
        }

        private String markdown() {
            return "| " + String.join(" | ", id, what, value, goal, met, beside) + " |";
        }
    }

    /** Keeps a line, and shows it at once. */
    synchronized void add(Line line) {
        lines.add(line);
        System.out.println(line.markdown());
    }

    /** Gives the table. */
    synchronized String table() {
        StringBuilder text = new StringBuilder("| id | what | value | goal | met | beside |\n");
        text.append("|---|---|---|---|---|---|\n");
        lines.forEach(line -> text.append(line.markdown()).append('\n'));
        return text.toString();
    }

    /** Writes {@code bench.json} and {@code bench.md}. */
    synchronized void write() throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("format", "firedrill-bench/1");
        all.put("when", Instant.now().toString());
        all.put("machine", Machine.facts());
        all.put("results", lines);
        Files.createDirectories(FOLDER);
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(FOLDER.resolve("bench.json"), json.writeValueAsString(all) + "\n");
        Files.writeString(FOLDER.resolve("bench.md"), Machine.facts() + "\n\n" + table());
    }
}
