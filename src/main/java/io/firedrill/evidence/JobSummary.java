package io.firedrill.evidence;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result of a run in Markdown, appended to the file that GitHub Actions names for it: what a
 * reader of the job sees first.
 */
final class JobSummary {
    /** The variable that names the file. */
    static final String VARIABLE = "GITHUB_STEP_SUMMARY";

    private static final int MOST = 200;

    private JobSummary() {}

    /** Appends it where the environment names a file; else does nothing. */
    static void append(ThisRun run, Map<String, String> environment) {
        Optional<String> named =
                Optional.ofNullable(environment.get(VARIABLE)).filter(name -> !name.isBlank());
        named.map(JobSummary::path).ifPresent(file -> Disk.append(file, of(run)));
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new EvidenceException(VARIABLE + " names no file: " + name, e);
        }
    }

    /** Writes it. */
    static String of(ThisRun run) {
        StringBuilder text = new StringBuilder("## Drills: ");
        text.append(Markdown.of(run.verdict()))
                .append(" (")
                .append(Markdown.of(run.outcome()))
                .append(")\n\n");
        run.problems().stream()
                .limit(MOST)
                .forEach(line -> text.append("- ").append(Markdown.of(line)).append('\n'));
        table(text, "Drill", run.drills());
        table(text, "Twin (sabotaged system)", run.twins());
        run.notes().forEach(note -> text.append("\n").append(Markdown.of(note)).append('\n'));
        return text.toString();
    }

    private static void table(StringBuilder text, String head, List<ThisRun.Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        text.append("\n| ").append(head).append(" | Verdict | What did not hold |\n");
        text.append("|---|---|---|\n");
        rows.stream()
                .limit(MOST)
                .forEach(row -> text.append("| ")
                        .append(Markdown.of(row.id()))
                        .append(" | ")
                        .append(Markdown.of(row.verdict()))
                        .append(" | ")
                        .append(open(row))
                        .append(" |\n"));
        if (rows.size() > MOST) {
            text.append("\nand ").append(rows.size() - MOST).append(" more\n");
        }
    }

    private static String open(ThisRun.Row row) {
        return String.join(
                "<br>",
                row.open().stream()
                        .filter(open -> !open.follows())
                        .map(open -> Markdown.of(open.headline()))
                        .toList());
    }
}
