package io.firedrill.evidence.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.SampleDrills;
import io.firedrill.SampleJournal;
import io.firedrill.SampleNotices;
import io.firedrill.check.Judge;
import io.firedrill.check.Reason;
import io.firedrill.evidence.Drilled;
import io.firedrill.scenario.Price;
import io.firedrill.scenario.Programme;
import io.firedrill.scenario.Programme.Fidelity;
import io.firedrill.scenario.Scenario;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader finds in the report of a drill. */
final class ReportTests {
    private static final String ID = "bank/primary-lost";

    @TempDir
    Path folder;

    @Test
    void aPassSaysSoFirstAndThenWhatWasTriedAndFelt() throws Exception {
        Document page = page(passing());

        assertThat(page.select(".r-banner").eachText())
                .containsExactly("PASS: every objective was met, 1 of 1.");
        assertThat(Reported.says(page, "What was tried"))
                .startsWith("lost host: vanish on primary (then db1), undone after 25.8")
                .contains("Why: A database host is lost about once a year.");
        assertThat(Reported.says(page, "Did it hold"))
                .isEqualTo("yes: 1 of 1 objective met, 0 missed, 0 not measured");
        assertThat(Reported.says(page, "What customers felt"))
                .startsWith("transfer: 409 of 622 who set out since the first fault were not"
                        + " served")
                .contains("the longest outage lasted 20.4");
        assertThat(Reported.says(page, "What they were told"))
                .isEqualTo("not measured: this system has no channel on which people are told");
    }

    @Test
    void aFailureNamesWhatWasMissedAndProposesAFinding() throws Exception {
        Document page = page(failing());

        assertThat(page.select(".r-banner").eachText())
                .containsExactly("FAIL: the system missed 1 of 1 objective.");
        assertThat(Reported.says(page, "What was found"))
                .isEqualTo("proposed finding: recovery missed (RECOVERED_TOO_LATE)");
        assertThat(Reported.part(page, "Findings"))
                .contains(
                        "Finding bank/primary-lost/recovery",
                        "Class RECOVERED_TOO_LATE",
                        "Severity critical",
                        "Root cause not stated",
                        "run drill bank/primary-lost again; recovery must then be PASS");
    }

    @Test
    void whatDoesNotTellIsNeitherPassNorFailureAndNoEvidence() throws Exception {
        Document page = page(Reported.drilled(
                SampleDrills.drill(ID, "recovery"),
                SampleJournal.notStarted(),
                SampleDrills.doubt("ran-to-the-end", Reason.SYSTEM_NOT_STARTED, "db1 was down"),
                SampleDrills.inconclusive("recovery", Reason.NOT_MEASURED)));

        assertThat(page.select(".r-banner").eachText())
                .containsExactly("INCONCLUSIVE: this run does not tell. It is neither a pass nor a"
                        + " failure of the system.");
        assertThat(Reported.says(page, "Due again")).isEqualTo("now: this run is no evidence");
        assertThat(Reported.says(page, "What was tried")).startsWith("nothing was broken");
        assertThat(Reported.part(page, "Not measured, and why"))
                .contains("check ran-to-the-end db1 was down", "recovery not measured");
        assertThat(Reported.part(page, "Findings")).contains("None is proposed");
    }

    @Test
    void aTwinSaysThatItsSystemWasSabotagedAndProposesNoFinding() throws Exception {
        Scenario twin = SampleDrills.twin(
                ID + "/no-standby", "recovery", Reason.RECOVERED_TOO_LATE, "recovery");

        Document page = page(Reported.drilled(
                twin,
                SampleJournal.primaryLost(),
                SampleDrills.fail("recovery", Reason.RECOVERED_TOO_LATE)));

        assertThat(page.select(".r-banner").eachText())
                .containsExactly("CONTROL RUN, as it must be: the sabotage was found out.");
        assertThat(Reported.part(page, "First page"))
                .contains("It says nothing about the real system")
                .contains("Verdict of this run: FAIL.");
        assertThat(Reported.says(page, "What was found"))
                .isEqualTo("no finding: on a sabotaged system a miss is wanted");
    }

    @Test
    void aTwinThatWasNotCaughtIsRed() throws Exception {
        Scenario twin = SampleDrills.twin(
                ID + "/no-standby", "recovery", Reason.RECOVERED_TOO_LATE, "recovery");

        Document page = page(
                Reported.drilled(twin, SampleJournal.primaryLost(), SampleDrills.pass("recovery")));

        assertThat(page.select(".r-banner.r-fail").text()).startsWith("CONTROL RUN, NOT as it");
    }

    @Test
    void aDryRunProvesNothing() throws Exception {
        Document page = page(Reported.drilled(
                SampleDrills.drill(ID, "recovery"),
                SampleJournal.notStarted(),
                SampleDrills.inconclusive("recovery", Reason.DRY_RUN)));

        assertThat(page.select(".r-banner").text())
                .isEqualTo("DRY RUN: nothing was injected, so nothing is proved.");
        assertThat(page.select(".r-grid .r-word").eachText()).containsOnly("NOT TRIED");
    }

    @Test
    void whatNobodyStatedIsNamedAndNothingIsInvented() throws Exception {
        Document page = page(passing());

        for (String open : List.of(
                "Designed by", "Approved by", "Independence", "Threat", "To be kept until")) {
            assertThat(Reported.says(page, open)).as(open).isEqualTo("not stated");
        }
        assertThat(Reported.says(page, "Due again"))
                .isEqualTo("not stated: there is no programme.yaml");
        assertThat(Reported.says(page, "Where the target comes from")).isEqualTo("not stated");
    }

    @Test
    void theProgrammeSaysWhereTargetsComeFromWhoAnswersAndWhenItIsDue() throws Exception {
        Drilled drill = Reported.drilled(
                Reported.with(
                        SampleDrills.drill(ID, "recovery"), Optional.of(programme()), Map.of()),
                SampleJournal.primaryLost(),
                SampleDrills.pass("recovery"));

        Document page = Reported.page(folder, drill);

        assertThat(Reported.says(page, "Due again"))
                .isEqualTo("2026-03-31 at the latest (every 30 days)");
        assertThat(Reported.says(page, "Where the target comes from"))
                .isEqualTo("the programme's 30s; source: business impact analysis; approved by:"
                        + " not stated");
        assertThat(Reported.says(page, "Designed by")).isEqualTo("platform team");
        assertThat(Reported.says(page, "Ran by")).isEqualTo("(nothing)");
        assertThat(Reported.says(page, "Run by")).isEqualTo("not stated");
        assertThat(Reported.part(page, "Environment"))
                .contains("db1 not stated not stated differs: half the memory")
                .contains("db2 not stated not stated not stated");
    }

    @Test
    void customersAreCountedAndPricedByTheDrillsOwnPrice() throws Exception {
        Drilled drill = Reported.drilled(
                Reported.with(
                        SampleDrills.drill(ID, "recovery"),
                        Optional.empty(),
                        Map.of("transfer", new Price(new BigDecimal("2.50"), "EUR"))),
                SampleJournal.primaryLost(),
                SampleDrills.pass("recovery"));

        String customers = Reported.part(Reported.page(folder, drill), "The customers' side");

        assertThat(customers)
                .contains("transfer 622 409 409 0 0 2.50 EUR 1022.50 EUR")
                .contains("Cost in this drill, by its own prices: 1022.50 EUR.")
                .contains("not known whether it was booked 760")
                .contains("and 660 more");
    }

    @Test
    void withoutAPriceNoCostIsInvented() throws Exception {
        assertThat(Reported.part(page(passing()), "The customers' side"))
                .contains("Cost: not stated, for the drill gives no 'price'.");
    }

    @Test
    void whatPeopleWereToldIsJudgedAndWhatWasNotSetIsSaid() throws Exception {
        Scenario told = SampleNotices.drill(60, "n01-first-notice");
        Drilled drill = Reported.drilled(
                Judge.withAllChecks().judge(told, SampleNotices.story()), SampleNotices.story());

        Document page = page(drill);

        assertThat(Reported.part(page, "First page"))
                .contains("1 s of the drill stands for 60 s of the plan: no result in real time.");
        assertThat(Reported.part(page, "Not measured, and why"))
                .contains("n05-cadence the plan for communication has it, this drill does not set");
        assertThat(Reported.part(page, "What people were told"))
                .contains("n01-first-notice", "sheet file NOT proven: no test message arrived 0");
    }

    @Test
    void thePageIsWholeForThoseWhoDoNotSeeIt() throws Exception {
        for (Drilled drill : List.of(passing(), failing())) {
            Document page = page(drill);

            assertThat(page.select("html").attr("lang")).isEqualTo("en");
            assertThat(page.select("h1")).hasSize(1);
            assertThat(levels(page)).isTrue();
            assertThat(page.select("svg"))
                    .isNotEmpty()
                    .allMatch(svg -> svg.attr("role").equals("img"))
                    .allMatch(svg -> !svg.selectFirst("title").text().isBlank());
            assertThat(page.select("table"))
                    .isNotEmpty()
                    .allMatch(table -> !table.select("caption").text().isBlank());
            assertThat(page.select("th")).allMatch(head -> head.hasAttr("scope"));
            assertThat(page.select("a[href]").eachAttr("href"))
                    .isNotEmpty()
                    .allMatch(to -> page.getElementById(to.substring(1)) != null);
            assertThat(page.select(".r-word").eachText())
                    .isSubsetOf("PASS", "FAIL", "INCONCLUSIVE");
        }
    }

    /** No heading is more than one level below the one before it. */
    private static boolean levels(Document page) {
        int before = 0;
        for (Element heading : page.select("h1,h2,h3,h4,h5,h6")) {
            int level = heading.tagName().charAt(1) - '0';
            if (level > before + 1) {
                return false;
            }
            before = level;
        }
        return before > 0;
    }

    @Test
    void theSameJournalGivesTheSamePageInEveryPlace() throws Exception {
        String here = Reported.source(folder, failing());
        Locale home = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

            assertThat(Reported.source(folder, failing())).isEqualTo(here);
        } finally {
            Locale.setDefault(home);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void aSecretThatTheSystemPutIntoAReasonIsMasked() throws Exception {
        Drilled drill = Reported.drilled(
                SampleDrills.drill(ID, "recovery"),
                SampleJournal.primaryLost(),
                SampleDrills.doubt(
                        "ran-to-the-end", Reason.HARNESS_TROUBLE, "login correct-horse-battery"));

        assertThat(Reported.source(folder, drill))
                .doesNotContain("correct-horse")
                .contains("login ********");
    }

    private Document page(Drilled drill) throws Exception {
        return Reported.page(folder, drill);
    }

    private static Drilled passing() {
        return Reported.drilled(
                SampleDrills.drill(ID, "recovery"),
                SampleJournal.primaryLost(),
                SampleDrills.held("baseline"),
                SampleDrills.pass("recovery"));
    }

    private static Drilled failing() {
        return Reported.drilled(
                SampleDrills.drill(ID, "recovery"),
                SampleJournal.primaryLost(),
                SampleDrills.fail("recovery", Reason.RECOVERED_TOO_LATE));
    }

    static Programme programme() {
        return new Programme(
                Path.of("programme.yaml"),
                "Drills of the bank",
                "head of resilience",
                List.of(new Programme.Function(
                        "online payments",
                        "Payments",
                        "head of payments",
                        List.of("bank"),
                        Map.of("host lost", Duration.ofDays(30)),
                        List.of(new Programme.Target(
                                "recovery", "30s", "business impact analysis", "")))),
                Map.of(
                        "bank",
                        new Programme.SystemFacts(
                                "",
                                Map.of(
                                        "db1",
                                        new Fidelity(
                                                Fidelity.Likeness.DIFFERS, "half the memory")))),
                Optional.of(new Programme.Roles("platform team", "", "", "", "")));
    }
}
