package io.firedrill.evidence.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.SampleFindings;
import io.firedrill.evidence.ThisRun;
import io.firedrill.scenario.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The programme page, as text. */
final class IndexPageTests {
    private static final String HOSTILE =
            "</title><script>alert(1)</script><img src=//x.example onerror=alert(2)>\"'&";

    private static Standings usual() {
        return new Standings()
                .drill("bank/primary-lost", "host lost", "recovery", "data-loss")
                .drill("pocket/primary-lost", "host lost", "recovery")
                .measured("bank/primary-lost", 9, Standings.seconds(18.18, 18.22))
                .measured("bank/primary-lost", 2, Standings.seconds(20.58, 20.62))
                .row(new ThisRun.Row(
                        "bank/primary-lost", "PASS", 48.2, "drills/bank/primary-lost", List.of()));
    }

    private static String page(Standings standings) {
        return IndexPage.of(standings.standing(), List.of()).html();
    }

    @Test
    void saysWhatIsCoveredDueAndHowValuesMove() {
        assertThat(page(usual()))
                .contains("<h1>The bank&#39;s drills</h1>")
                .contains("1 of 3 have passed a drill that has not expired.")
                .contains("2026-12-21", "every 30 days", "a drill must be written")
                .contains("now; never drilled with a result")
                .contains("20.60 s +-0.02")
                .contains("was 18.20 s +-0.02: worse by more than the error")
                .contains("BIA 7", "no source stated", "no approver stated")
                .contains("href=\"drills/bank/primary-lost/report.html\"");
    }

    @Test
    void everyClauseStandsBelowTheSentenceThatItIsNoDetermination() {
        String page = page(usual());

        assertThat(page).contains(Clauses.CAVEAT);
        Clauses.load().all().forEach(clause -> assertThat(page).contains(clause.id()));
        assertThat(page.toUpperCase(Locale.ROOT)).doesNotContain("COMPLIANT");
    }

    @Test
    void whatDidNotHoldStandsOnTopWithItsReason() {
        String page = page(usual().row(new ThisRun.Row(
                "bank/portal-lost",
                "FAIL",
                50,
                "drills/bank/portal-lost",
                List.of(new ThisRun.Open(
                        "recovery", true, "FAIL", "NOT_RECOVERED", "never served again", false)))));

        assertThat(page.indexOf("never served again"))
                .isPositive()
                .isLessThan(page.indexOf("id=\"coverage\""));
        assertThat(page).contains("NOT_RECOVERED");
    }

    @Test
    void findingsStandByAgeWithWhoClosesThemAndUntilWhen() {
        Standing standing = usual().standing();
        LocalDate today = Standing.day(standing.at());
        Finding late = SampleFindings.on(
                "bank/primary-lost", "recovery", today.minusDays(40), today.minusDays(1));
        Finding young =
                SampleFindings.on("bank/primary-lost", "data-loss", today.minusDays(1), today);

        String page = IndexPage.of(
                        standing, List.of(young, SampleFindings.closed(late, today), late))
                .html();

        assertThat(page)
                .containsSubsequence(
                        "40 days old", "1 day old", "was open for 40 days", "id=\"clauses\"")
                .contains("class=\"fail\">overdue<", ">open<", ">closed<", "the payments team");
    }

    @Test
    void withoutAProgrammeItSaysWhatIsMissingAndInventsNothing() {
        Standing standing = new Standing(
                usual().standing().run(), List.of(), List.of(), Clauses.load(), Map.of());

        assertThat(IndexPage.of(standing, List.of()).html())
                .contains("There is no programme.yaml beside the systems")
                .contains("No programme says what is to be covered.");
    }

    @Test
    void nothingThatWasWrittenByOthersIsPartOfThePage() {
        Standings standings = new Standings(HOSTILE, Map.of())
                .drill("bank/primary-lost", "host lost", "recovery")
                .row(new ThisRun.Row(
                        HOSTILE,
                        "FAIL",
                        1,
                        "x",
                        List.of(new ThisRun.Open(
                                HOSTILE, true, HOSTILE, HOSTILE, HOSTILE, false))));

        String page = page(standings);

        assertThat(page).doesNotContain("<script", "<img", "onerror=alert(2)>");
        assertThat(page).contains("&lt;script&gt;");
        assertThat(Pattern.compile("(?:src|href)=\"(?:https?:)?//")
                        .matcher(page)
                        .find())
                .isFalse();
        assertThat(page).contains("default-src &#39;none&#39;".replace("&#39;", "'"));
    }

    @Test
    void theSameStandingGivesTheSamePageWhateverTheLocale() {
        Locale before = Locale.getDefault();
        try {
            String one = page(usual());
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));

            assertThat(page(usual())).isEqualTo(one);
        } finally {
            Locale.setDefault(before);
        }
    }
}
