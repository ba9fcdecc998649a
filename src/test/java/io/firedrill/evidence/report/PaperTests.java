package io.firedrill.evidence.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.SampleDrills;
import io.firedrill.SampleJournal;
import io.firedrill.SampleNotices;
import io.firedrill.check.Judge;
import io.firedrill.check.Reason;
import io.firedrill.evidence.Drilled;
import io.firedrill.evidence.PackFolder;
import io.firedrill.evidence.report.Block.Line;
import io.firedrill.evidence.report.Block.Look;
import io.firedrill.evidence.seal.Seal;
import io.firedrill.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands on the paper form of a report. */
final class PaperTests {
    private static final Instant WHEN = Instant.parse("2026-03-01T09:30:00Z");

    @TempDir
    Path folder;

    @Test
    void theSameStandsOnPaperAsOnThePage() throws Exception {
        Scenario told = SampleNotices.drill(60, "n01-first-notice");
        Drilled drill = Reported.drilled(
                Judge.withAllChecks().judge(told, SampleNotices.story()), SampleNotices.story());
        PackFolder.begin(folder.resolve("pack")).seal(drill, Seal.plain());

        String paper = text(Files.readAllBytes(folder.resolve("pack").resolve(Report.PAPER)));

        Reported.page(folder, drill)
                .select("h1, h2, h3, .r-banner, figcaption")
                .eachText()
                .forEach(said -> assertThat(paper).contains(folded(said)));
        assertThat(paper).contains("shareofattemptsserved", "page1of");
    }

    @Test
    void theSameDrillGivesTheSameBytesInEveryPlace() {
        byte[] here = Report.of(Reported.material(failed()), text -> text).pdf();
        Locale home = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

            assertThat(Report.of(Reported.material(failed()), text -> text).pdf())
                    .isEqualTo(here);
        } finally {
            Locale.setDefault(home);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void aSecretIsMaskedOnPaperAsWell() throws Exception {
        Report report = Report.of(
                Reported.material(failed()), text -> text.replace("recovered", "********"));

        assertThat(text(report.pdf())).contains("********after").doesNotContain("recoveredafter");
    }

    @Test
    void aLongTableGoesOnOnTheNextPagesUnderItsHeads() throws Exception {
        Rows rows = Rows.of("Many", "Head of it", "Value");
        for (int row = 0; row < 200; row++) {
            rows.add("row " + row, "value ".repeat(row % 7));
        }
        rows.add("the last row", "word ".repeat(2_000) + "end");

        byte[] pdf = Paper.pdf(List.of(rows.grid()), "t", WHEN);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(5);
            for (int page = 1; page <= pages; page++) {
                assertThat(text(document, page))
                        .contains("page" + page + "of" + pages)
                        .matches(".*(Headofit|word).*");
            }
            assertThat(text(document, pages)).contains("wordend");
        }
    }

    @Test
    void aLetterThatTheFontLacksBecomesAQuestionMark() throws Exception {
        Block line = new Line(Look.PLAIN, "a\u4e16b\uD83D\uDE00caf\u00e9\u0416\u0007\u00b1");

        assertThat(text(Paper.pdf(List.of(line), "t", WHEN)))
                .startsWith("a?b?caf\u00e9\u0416?\u00b1");
    }

    @Test
    void whatIsHostileOnAPageIsTextOnPaper() throws Exception {
        List<Block> blocks = new ArrayList<>();
        for (String hostile : InjectionTests.corpus()) {
            blocks.add(new Block.Heading(2, "", hostile));
            blocks.add(new Line(Look.PLAIN, hostile));
            blocks.add(new Block.Points(List.of(hostile, "")));
            blocks.add(Rows.facts(hostile).add(hostile, hostile).grid());
        }

        byte[] pdf = Paper.pdf(blocks, "<script>\u0000", WHEN);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(folded(new PDFTextStripper().getText(document)))
                    .contains("<script>alert(1)</script>");
            assertThat(document.getPage(0).getAnnotations()).isEmpty();
            assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
        }
    }

    private static Drilled failed() {
        return Reported.drilled(
                SampleDrills.drill("bank/primary-lost", "recovery"),
                SampleJournal.primaryLost(),
                SampleDrills.fail("recovery", Reason.RECOVERED_TOO_LATE));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return folded(new PDFTextStripper().getText(document));
        }
    }

    private static String text(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return folded(stripper.getText(document));
    }

    /** Where lines are broken differs, and so do blanks. */
    private static String folded(String text) {
        return text.replaceAll("\\s+", "");
    }
}
