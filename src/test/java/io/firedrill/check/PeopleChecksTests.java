package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.Event;
import io.firedrill.scenario.Assignment;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Settings;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What steps ask of people, judged from little journals; somebody is asked at 10 s. */
class PeopleChecksTests {
    private static final Duration WITHIN = Duration.ofSeconds(30);

    private static Step.Ask person() {
        Assignment.Line line =
                new Assignment.Line("lead", "Shall we?", List.of("go", "wait"), WITHIN);
        return new Step.Ask(
                new Trigger.After(Duration.ZERO),
                "decision",
                new Assignment(
                        false,
                        "decided",
                        List.of(line),
                        WITHIN,
                        Optional.of(new Assignment.Deputy("deputy", Duration.ofSeconds(10))),
                        false,
                        Optional.empty()));
    }

    private static Step.Ask runbook() {
        return new Step.Ask(
                new Trigger.After(Duration.ZERO),
                "restore",
                new Assignment(
                        true,
                        "did",
                        List.of(line("Look", 5), line("Stop", 10), line("Start", 5)),
                        WITHIN,
                        Optional.empty(),
                        false,
                        Optional.empty()));
    }

    private static Assignment.Line line(String text, int seconds) {
        return new Assignment.Line(
                "operator", text, List.of("done", "skip"), Duration.ofSeconds(seconds));
    }

    private static Verdict judged(Step.Ask step, JournalDsl journal) {
        Scenario scenario = Scenarios.with(List.of(step));
        Objective objective = new Objective(
                step.called(),
                step.assignment().kind(),
                new Settings(Map.of("of", step.called(), "within", WITHIN)),
                List.of());
        Check check = step.assignment().runbook() ? new RunbookCheck() : new PersonCheck();
        return check.examine(objective, scenario, journal.build());
    }

    private static JournalDsl asked(double at, String role, String way) {
        return journal().event(at, asking("decision/1", role, way, at));
    }

    private static Event asking(String line, String role, String way, double at) {
        String[] of = line.split("/", 2);
        return new Event.PersonAsked(
                of[0], Integer.parseInt(of[1]), role, "Shall we?", way, nanos(at));
    }

    private static Event acted(String role, String answer, boolean standIn, double at) {
        return new Event.PersonActed(
                role, "decided", "decision", answer, standIn, nanos(10), nanos(at));
    }

    private static Event ended(String called, boolean complete, double at) {
        return new Event.AskingEnded(called, complete, nanos(at));
    }

    @Test
    void aPersonWhoAnswersInTimePasses() {
        Verdict verdict = judged(
                person(),
                asked(10, "lead", "page")
                        .event(22, acted("lead", "go: it is safe", false, 22))
                        .event(22, ended("decision", true, 22)));

        assertThat(verdict.status()).isEqualTo(Verdict.Status.PASS);
        assertThat(verdict.headline())
                .isEqualTo("decision: lead decided 'go: it is safe' 11.95 s (+-0.05) after being"
                        + " asked, limit 30 s (events #0 -> #1)");
        assertThat(verdict.details()).containsEntry("answered by", "a person");
    }

    @Test
    void aStandInPassesAndTheSentenceSaysThatNoPersonTookPart() {
        Verdict verdict = judged(
                person(),
                asked(10, "lead", "stand-in")
                        .event(12, acted("lead", "go", true, 12))
                        .event(12, ended("decision", true, 12)));

        assertThat(verdict.status()).isEqualTo(Verdict.Status.PASS);
        assertThat(verdict.headline())
                .isEqualTo("decision: lead decided 'go' 2.000 s (+-0.000) after being asked, limit"
                        + " 30 s; a stand-in's doing, no person took part (events #0 -> #1)");
        assertThat(verdict.details())
                .containsEntry("answered by", "a stand-in, no person took part");
    }

    @Test
    void anAnswerThatComesTooLateFails() {
        Verdict verdict = judged(
                person(),
                asked(10, "lead", "terminal")
                        .event(20, asking("decision/1", "deputy", "terminal", 20))
                        .event(45, acted("deputy", "wait", false, 45))
                        .event(45, ended("decision", true, 45)));

        assertThat(verdict.status()).isEqualTo(Verdict.Status.FAIL);
        assertThat(verdict.reason()).contains(Reason.ANSWERED_TOO_LATE);
        assertThat(verdict.headline())
                .isEqualTo("decision: deputy decided 'wait' 34.95 s (+-0.05) after being asked,"
                        + " limit 30 s (events #0 -> #2)");
    }

    @Test
    void anAnswerAtTheLimitIsNotRounded() {
        Verdict verdict = judged(
                person(),
                asked(10, "lead", "page")
                        .event(40.05, acted("lead", "go", false, 40.05))
                        .event(40.05, ended("decision", true, 40.05)));

        assertThat(verdict.reason()).contains(Reason.STRADDLES_LIMIT);
    }

    @Test
    void nobodyWhoAnswersFails() {
        Verdict verdict = judged(
                person(),
                asked(10, "lead", "stand-in")
                        .event(20, asking("decision/1", "deputy", "stand-in", 20))
                        .event(42, ended("decision", false, 42)));

        assertThat(verdict.status()).isEqualTo(Verdict.Status.FAIL);
        assertThat(verdict.reason()).contains(Reason.NOT_ANSWERED);
        assertThat(verdict.headline())
                .isEqualTo("decision: lead, then deputy had not answered 32.000 s after being"
                        + " asked, limit 30 s; a stand-in's doing, no person took part"
                        + " (events #0 -> #1)");
        assertThat(verdict.details()).containsEntry("answered by", "nobody; no person was asked");
    }

    @Test
    void aDrillThatIsOverBeforeTheTimeIsSaysNothing() {
        Verdict verdict =
                judged(person(), asked(10, "lead", "page").event(25, ended("decision", false, 25)));

        assertThat(verdict.status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
        assertThat(verdict.reason()).contains(Reason.NOT_MEASURED);
        assertThat(verdict.headline())
                .isEqualTo("decision: the drill was over 15.000 s after lead was asked, limit 30 s"
                        + " (event #0)");
    }

    @Test
    void nobodyAskedIsNotExercised() {
        assertThat(judged(person(), journal().healthy()).reason()).contains(Reason.NOT_EXERCISED);
        assertThat(judged(runbook(), journal().healthy()).reason()).contains(Reason.NOT_EXERCISED);
    }

    @Test
    void whatOthersDidIsNoAnswer() {
        Event page = new Event.PersonActed(
                "on-call", "acknowledged", "INC-7", "", true, nanos(10), nanos(11));

        Verdict verdict = judged(
                person(),
                asked(10, "lead", "page").event(11, page).event(50, ended("decision", false, 50)));

        assertThat(verdict.reason()).contains(Reason.NOT_ANSWERED);
    }

    private static JournalDsl worked(double... ends) {
        JournalDsl journal = journal();
        double from = 10;
        for (int line = 1; line <= ends.length; line++) {
            journal.event(from, asking("restore/" + line, "operator", "page", from));
            journal.event(ends[line - 1], line(line, "", from, ends[line - 1]));
            from = ends[line - 1];
        }
        return journal;
    }

    /** A line that was done, or left out for that reason. */
    private static Event line(int line, String leftOut, double from, double end) {
        return new Event.PersonActed(
                "operator",
                leftOut.isEmpty() ? "did" : "skipped",
                "restore/" + line,
                leftOut,
                false,
                nanos(from),
                nanos(end));
    }

    @Test
    void aProcedureThatIsWorkedOffInTimePassesLineByLine() {
        Verdict verdict =
                judged(runbook(), worked(14, 26, 30).event(30, ended("restore", true, 30)));

        assertThat(verdict.status()).isEqualTo(Verdict.Status.PASS);
        assertThat(verdict.headline())
                .isEqualTo("restore: 3 lines were worked off in 19.95 s (+-0.05), planned 20 s,"
                        + " limit 30 s (events #0 -> #5)");
        assertThat(verdict.details())
                .containsEntry("line 1", "Look; operator; planned 5 s, took 3.95 s (+-0.05)")
                .containsEntry("line 2", "Stop; operator; planned 10 s, took 11.95 s (+-0.05)")
                .containsEntry("longer than planned", "line 2");
    }

    @Test
    void aLineThatIsLeftOutIsNamedWithItsReason() {
        JournalDsl journal = worked(14)
                .event(14, asking("restore/2", "operator", "page", 14))
                .event(16, line(2, "it had stopped by itself", 14, 16))
                .event(16, asking("restore/3", "operator", "page", 16))
                .event(20, line(3, "", 16, 20))
                .event(20, ended("restore", true, 20));

        Verdict verdict = judged(runbook(), journal);

        assertThat(verdict.status()).isEqualTo(Verdict.Status.PASS);
        assertThat(verdict.headline())
                .isEqualTo("restore: 3 lines were worked off in 9.95 s (+-0.05), planned 20 s,"
                        + " limit 30 s; left out: line 2 (it had stopped by itself)"
                        + " (events #0 -> #5)");
        assertThat(verdict.details())
                .containsEntry("left out", "line 2 (it had stopped by itself)")
                .containsEntry(
                        "line 2",
                        "Stop; operator; planned 10 s, LEFT OUT after 1.95 s (+-0.05):"
                                + " it had stopped by itself");
    }

    @Test
    void aProcedureThatTakesTooLongFails() {
        Verdict verdict =
                judged(runbook(), worked(14, 26, 50).event(50, ended("restore", true, 50)));

        assertThat(verdict.reason()).contains(Reason.RUNBOOK_TOO_LATE);
        assertThat(verdict.status()).isEqualTo(Verdict.Status.FAIL);
    }

    @Test
    void aProcedureThatIsNotWorkedOffFailsAndNamesTheLine() {
        JournalDsl journal = worked(14)
                .event(14, asking("restore/2", "operator", "page", 14))
                .event(45, ended("restore", false, 45));

        Verdict verdict = judged(runbook(), journal);

        assertThat(verdict.status()).isEqualTo(Verdict.Status.FAIL);
        assertThat(verdict.reason()).contains(Reason.RUNBOOK_NOT_FINISHED);
        assertThat(verdict.headline())
                .isEqualTo("restore: 1 of 3 lines were worked off in 35.000 s, limit 30 s; line 2"
                        + " was not: Stop (events #0 -> #2)");
        assertThat(verdict.details())
                .containsEntry("line 3", "Start; operator; planned 5 s, not done");
    }

    @Test
    void aProcedureCutOffByTheEndOfTheDrillSaysNothing() {
        Verdict verdict = judged(runbook(), worked(14).event(20, ended("restore", false, 20)));

        assertThat(verdict.reason()).contains(Reason.NOT_MEASURED);
    }
}
