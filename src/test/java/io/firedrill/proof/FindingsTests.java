package io.firedrill.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.check.Verdict;
import io.firedrill.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsTests {
    private static final Refused REFUSED =
            new Refused("pocket/x/y", "Nothing <b>asked</b>", List.of("3: no"), List.of("3: no"));
    private static Scenario drill;
    private static Scenario twin;

    @BeforeAll
    static void read(@TempDir Path root) throws IOException {
        var reading = ProofFiles.read(ProofFiles.assemble(root));
        drill = reading.drills().get(0);
        twin = reading.twins().get(0);
    }

    @Test
    void isAProofWhereAllWasCaughtAndNothingHealthyFailed() {
        Findings findings = findings(trials(drill, 100, 0, 1), trials(twin, 20, 0, 0));

        assertThat(findings.faults()).isEmpty();
        assertThat(ProofTable.verdict(findings))
                .isEqualTo("2 of 2 defects caught every time; 100 drills of the healthy bank,"
                        + " 0 FAIL, 1 INCONCLUSIVE; tried again, since they could not tell: 0");
    }

    @Test
    void isNoneWhereOneTrialOfADefectWasNotCaught() {
        Findings findings = findings(trials(drill, 100, 0, 0), trials(twin, 20, 1, 0));

        assertThat(findings.faults())
                .containsExactly(twin.id() + " was caught in 19 of 20 trials;"
                        + " otherwise {recovery FAIL (NOT_RECOVERED)=1}");
    }

    @Test
    void isNoneWhereTheHealthyBankFailedOnceOrWasTooOftenInconclusive() {
        Findings failed = findings(trials(drill, 1000, 1, 0), List.of());
        Findings unclear = findings(trials(drill, 100, 0, 2), List.of());

        assertThat(failed.faults())
                .containsExactly("the healthy " + drill.id()
                        + " failed in 1 of 1000 trials: {recovery FAIL (NOT_RECOVERED)=1}");
        assertThat(unclear.faults())
                .containsExactly(
                        "2 of 100 drills of the healthy bank were INCONCLUSIVE, allowed 1");
    }

    @Test
    void aDefectThatPassedIsALieAndOneThatDidNotTellIsNone() {
        Trial trial = new Trial(twin, 1, 1, false);
        List<String> surprise = List.of("recovery was PASS");

        Trial.Outcome passed = new Trial.Outcome(trial, Verdict.Status.PASS, surprise, 1);
        Trial.Outcome silent = new Trial.Outcome(trial, Verdict.Status.INCONCLUSIVE, surprise, 1);

        assertThat(findings(List.of(passed), List.of()).lies())
                .containsExactly(twin.id() + " passed: {recovery was PASS=1}");
        assertThat(findings(List.of(silent), List.of()).lies()).isEmpty();
        assertThat(findings(trials(drill, 10, 1, 1), List.of()).lies())
                .containsExactly("the healthy " + drill.id()
                        + " failed: {recovery FAIL (NOT_RECOVERED)=1, "
                        + "traffic INCONCLUSIVE (NO_TRAFFIC)=1}");
    }

    @Test
    void onlyWhatCouldNotBeToldIsTriedAgain() {
        String calm = "recovery must stay PASS, was INCONCLUSIVE (HARNESS_OVERLOADED): x";
        String lie = "expected traffic INCONCLUSIVE (NO_TRAFFIC), was PASS: x";
        String fail = "recovery must stay PASS, was FAIL (NOT_RECOVERED): INCONCLUSIVE";

        assertThat(outcome(twin, Verdict.Status.FAIL, calm).unclear()).isTrue();
        assertThat(outcome(drill, Verdict.Status.INCONCLUSIVE, "traffic INCONCLUSIVE (X): x")
                        .unclear())
                .isTrue();
        assertThat(outcome(twin, Verdict.Status.PASS, lie).unclear()).isFalse();
        assertThat(outcome(twin, Verdict.Status.FAIL, fail).unclear()).isFalse();
        assertThat(new Trial.Outcome(
                                new Trial(twin, 1, 7, false),
                                Verdict.Status.FAIL,
                                List.of(calm, fail),
                                1)
                        .unclear())
                .isFalse();
        assertThat(new Trial.Outcome(
                                new Trial(twin, 1, 7, false), Verdict.Status.FAIL, List.of(), 1)
                        .unclear())
                .isFalse();
    }

    @Test
    void isNoneWhereNothingWasTriedOrTheReaderWasContent() {
        Refused content = new Refused("pocket/x/y", "Nothing asked", List.of("3: no"), List.of());

        assertThat(Findings.of(Map.of(), List.of(), List.of(content)).faults())
                .containsExactly(
                        "pocket/x/y was not refused as it must be: the reader said [],"
                                + " expected [3: no]",
                        "nothing was tried");
    }

    @Test
    void pageIsOneFileWithoutScriptAndEscapesWhatItShows() {
        String page = ProofPage.of(findings(trials(drill, 10, 0, 0), trials(twin, 20, 2, 0)));

        assertThat(page)
                .contains("Not proven", "18 of 20", "Nothing &lt;b&gt;asked&lt;/b&gt;")
                .doesNotContain("<script", "http:", "https:", "<b>asked");
    }

    @Test
    void jsonNamesEachDefectWithItsCount() throws IOException {
        String json = ProofReport.json(findings(trials(drill, 10, 0, 0), trials(twin, 20, 0, 0)));

        assertThat(json)
                .contains(
                        "\"format\" : \"firedrill-proof/1\"",
                        "\"verdict\" : \"PROVEN\"",
                        "\"id\" : \"" + twin.id() + "\"",
                        "\"caught\" : 20");
    }

    @Test
    void switchesAreReadAndWrongOnesNamed() {
        var given = new java.util.Properties();
        given.setProperty("firedrill.proof.times", "3");
        given.setProperty("firedrill.proof.only", "pocket/primary-lost/*");
        Switches switches = Switches.from(given, 20, 1000);

        assertThat(switches.times()).isEqualTo(3);
        assertThat(switches.healthy()).isEqualTo(1000);
        assertThat(switches.chooses("pocket/primary-lost/two-primaries")).isTrue();
        assertThat(switches.chooses("pocket/primary-lost")).isFalse();

        given.setProperty("firedrill.proof.times", "many");

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Switches.from(given, 20, 1000))
                .hasMessage("firedrill.proof.times is 'many'; allowed: a whole number from 0");
    }

    @SafeVarargs
    private static Findings findings(List<Trial.Outcome>... some) {
        List<Trial.Outcome> all = new ArrayList<>();
        List.of(some).forEach(all::addAll);
        return Findings.of(Map.of("cores", "2"), all, List.of(REFUSED));
    }

    private static List<Trial.Outcome> trials(Scenario of, int count, int failed, int unclear) {
        List<Trial.Outcome> all = new ArrayList<>(Collections.nCopies(
                failed,
                outcome(of, Verdict.Status.FAIL, "recovery FAIL (NOT_RECOVERED): in 1.7 s")));
        all.addAll(Collections.nCopies(
                unclear,
                outcome(of, Verdict.Status.INCONCLUSIVE, "traffic INCONCLUSIVE (NO_TRAFFIC): x")));
        while (all.size() < count) {
            all.add(new Trial.Outcome(new Trial(of, 1, 7, false), good(of), List.of(), 3.5));
        }
        return all;
    }

    private static Verdict.Status good(Scenario of) {
        return of.twin().isPresent() ? Verdict.Status.FAIL : Verdict.Status.PASS;
    }

    private static Trial.Outcome outcome(Scenario of, Verdict.Status status, String surprise) {
        return new Trial.Outcome(new Trial(of, 1, 7, false), status, List.of(surprise), 4.5);
    }
}
