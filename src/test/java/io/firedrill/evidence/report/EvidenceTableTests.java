package io.firedrill.evidence.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.SampleNotices;
import io.firedrill.check.DrillResult;
import io.firedrill.check.Judge;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.evidence.Drilled;
import io.firedrill.journal.Journal;
import io.firedrill.journal.JournalFile;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Shipped;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the table of {@code src/docs/report.md} and a report together. */
final class EvidenceTableTests {
    private static final Pattern ROW =
            Pattern.compile("\\| (C[0-9]+) \\|[^|]*\\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern WORD = Pattern.compile("`([^`]+)`");

    /** What a drill says in that place that tells nobody anything, and misses nothing. */
    private static final Map<String, List<String>> NOT_IN_THE_BANK = Map.of(
            "C9", List.of("Not measured: this system has no channel on which people are told."),
            "C11", List.of("None is proposed: no objective was missed."));

    /** A channel of the story was not proven alive. */
    private static final List<String> NOT_AS_PLANNED =
            List.of("Channel sheet was NOT proven alive: no test message arrived.");

    @TempDir
    Path folder;

    /** A row: the field, the part of the report, what is to be found there. */
    private record Row(String field, String part, List<String> words) {}

    private static List<Row> rows() throws Exception {
        List<Row> rows = new ArrayList<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("src/docs/report.md")));
        while (row.find()) {
            List<String> words = WORD.matcher(row.group(3))
                    .results()
                    .map(word -> word.group(1))
                    .toList();
            rows.add(new Row(row.group(1), row.group(2).strip(), words));
        }
        return rows;
    }

    @Test
    void everyFieldHasItsPlace() throws Exception {
        assertThat(rows().stream().map(Row::field))
                .containsAll(IntStream.rangeClosed(1, 16)
                        .mapToObj(number -> "C" + number)
                        .toList());
        assertThat(rows()).allMatch(row -> !row.words().isEmpty());
    }

    @Test
    void everyWordOfTheTableStandsInItsPartOfTheReport() throws Exception {
        Document page = Reported.page(folder, missed());

        for (Row row : rows()) {
            assertThat(Reported.part(page, row.part()))
                    .as(row.field() + " in " + row.part())
                    .contains(row.field().equals("C10") ? NOT_AS_PLANNED : row.words());
        }
    }

    @Test
    void theBanksFirstDrillHasThemAsWell() throws Exception {
        Document page = Reported.page(folder, kept());

        assertThat(page.select(".r-banner").text())
                .isEqualTo("PASS: every objective was met, 4 of 4.");
        for (Row row : rows()) {
            assertThat(Reported.part(page, row.part()))
                    .as(row.field() + " in " + row.part())
                    .contains(NOT_IN_THE_BANK.getOrDefault(row.field(), row.words()));
        }
    }

    /** A real run of it, as it is kept for readers. */
    private Drilled kept() throws Exception {
        Path journal = folder.resolve("journal.jsonl");
        try (InputStream packed = new GZIPInputStream(
                Files.newInputStream(Path.of("reports/sample/journal.jsonl.gz")))) {
            Files.copy(packed, journal);
        }
        JournalFile read = JournalFile.read(journal);
        return Reported.drilled(
                Judge.withAllChecks().judge(Shipped.drill("bank/primary-lost"), read), read);
    }

    @Test
    void thePartsThatTheTableDoesNotNameAreThoseForNoSingleField() throws Exception {
        Document page = Reported.page(folder, missed());
        TreeSet<String> parts = new TreeSet<>(page.select("h2[id]").eachText());

        rows().forEach(row -> parts.remove(row.part()));

        assertThat(parts).containsExactly("Clauses", "What happened, in pictures");
    }

    /** The story of people being told, judged by the checks themselves, and one miss. */
    private static Drilled missed() {
        Scenario scenario = Reported.with(
                SampleNotices.drill(60, "n01-first-notice", "recovery", "data-loss"),
                Optional.of(ReportTests.programme()),
                Map.of());
        Journal journal = SampleNotices.story();
        List<Verdict> verdicts = new ArrayList<>(Judge.withAllChecks()
                .judge(SampleNotices.drill(60, "n01-first-notice"), journal)
                .verdicts());
        verdicts.add(verdict(
                "recovery",
                Verdict.Status.PASS,
                Map.of(
                        "detected after impact", "5.00 s (+-0.10)",
                        "recovered after impact", "20.50 s (+-0.10)")));
        verdicts.add(verdict("data-loss", Verdict.Status.FAIL, Map.of("lost", "w7, w8")));
        return Reported.drilled(new DrillResult(scenario, verdicts), journal);
    }

    private static Verdict verdict(String id, Verdict.Status status, Map<String, String> details) {
        return new Verdict(
                id,
                false,
                status,
                id + ": as measured",
                "30 s",
                Optional.of(new Verdict.Measured(20.4, 20.6, "s")),
                status == Verdict.Status.PASS
                        ? Optional.empty()
                        : Optional.of(Reason.ACKNOWLEDGED_WRITES_LOST),
                List.of(),
                details);
    }
}
