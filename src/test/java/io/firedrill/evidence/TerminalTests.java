package io.firedrill.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.SampleDrills;
import io.firedrill.SampleJournal;
import io.firedrill.check.DrillResult;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Entry;
import io.firedrill.journal.SystemClock;
import io.firedrill.scenario.Problem;
import io.firedrill.scenario.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a person sees while drills run, and at the end. */
final class TerminalTests {
    private static final Instant START = Instant.parse("2026-03-01T09:30:00Z");
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void plainOutputHasOneLineForEachChangeAndNoControlCharacters() {
        LiveBoard board = new LiveBoard(Terminal.on(out), new SystemClock(), 1);
        board.watch(drill(), SampleJournal.primaryLost());

        board.show();
        board.show();
        board.done(drilled(drill(), SampleDrills.pass("recovery")));
        board.close();

        assertThat(lines())
                .containsExactly(
                        "0:00 bank/primary-lost provision: its turn has come",
                        "0:00 bank/primary-lost baseline: the system is up",
                        "0:00 bank/primary-lost faults: the baseline is healthy",
                        "0:00 bank/primary-lost injected: lost host",
                        "0:00 bank/primary-lost healed: lost host",
                        "0:00 bank/primary-lost recovery: all is healed",
                        "0:00 bank/primary-lost reconcile: customers have gone home",
                        "0:00 bank/primary-lost close: all is asked",
                        "[1/1] PASS bank/primary-lost after 0:48");
    }

    @Test
    void onATerminalADrillHasOneLineThatIsDrawnAgain() {
        List<Entry> during = SampleJournal.primaryLost().entries().stream()
                .filter(entry -> entry.nanos() < 30_000_000_000L)
                .toList();
        LiveBoard board = new LiveBoard(Terminal.drawingOn(out, 140), new SystemClock(), 1);
        board.watch(drill(), () -> during);

        board.show();
        board.show();

        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(text).contains("\u001b[1A").doesNotContain("injected");
        assertThat(lines().get(0))
                .isEqualTo("\r\u001b[2Kbank/primary-lost                  faults     0:00 of 3:00 "
                        + " served 0.0 %   lost host (vanish db1)");
    }

    @Test
    void aLineIsCutAtTheWidthOfTheTerminal() {
        Terminal.drawingOn(out, 10).draw(List.of("0123456789abc"));

        assertThat(lines()).containsExactly("\r\u001b[2K01234567\u2026");
    }

    @Test
    void theTableSaysWhatHeldWhatDidNotAndWhere() {
        Scenario twin = SampleDrills.twin(
                "bank/primary-lost/no-standby", "recovery", Reason.RECOVERED_BY_HEAL, "recovery");
        Run run = run(
                List.of(),
                drilled(drill(), SampleDrills.fail("recovery", Reason.RECOVERED_TOO_LATE)),
                drilled(twin, SampleDrills.pass("recovery")));

        List<String> table =
                ResultTable.of(run, Terminal.on(out), Map.of("report", "reports/latest/allure"));

        assertThat(table)
                .contains(
                        "bank/primary-lost  FAIL                        0:48 min",
                        "                   FAIL     recovery   30 s    41.20 s +-0.02  RECOVERED_TOO_LATE",
                        "bank/primary-lost: FAIL recovery (RECOVERED_TOO_LATE):"
                                + " recovered after 41.20 s, limit 30 s",
                        "bank/primary-lost: predicted recovery 15s..25s, was 41.18 to 41.22 s,"
                                + " not as predicted",
                        "FAIL: 0 of 1 drills passed, 0 of 1 twins caught, 2 of 2 planned were run, 1:00 min",
                        "report: reports/latest/allure")
                .anyMatch(line ->
                        line.startsWith("bank/primary-lost/no-standby  NOT CAUGHT  recovery"));
    }

    @Test
    void aPredictionThatCameTrueIsNoLine() {
        Run run = run(List.of(), drilled(drill(), SampleDrills.pass("recovery")));

        assertThat(ResultTable.of(run, Terminal.on(out), Map.of()))
                .noneMatch(line -> line.contains("predicted"));
    }

    @Test
    void problemsAreListedAndNothingElse() {
        Problem problem = new Problem(Path.of("x.yaml"), 14, 5, "unknown fault 'latencey'", "", "");

        assertThat(ResultTable.of(run(List.of(problem)), Terminal.on(out), Map.of()))
                .contains(
                        "1 problems in scenario files or switches; nothing was started:",
                        "  x.yaml:14:5: unknown fault 'latencey'");
    }

    @Test
    void numbersAreWrittenAsPeopleReadThem() {
        assertThat(Stream.of(
                                new Verdict.Measured(20.61, 20.65, "s"),
                                new Verdict.Measured(0, 0, "writes"),
                                new Verdict.Measured(1.5, 1.5, "s"),
                                new Verdict.Measured(41, Double.POSITIVE_INFINITY, "s"))
                        .map(Figures::measured))
                .containsExactly("20.63 s +-0.02", "0 writes", "1.50 s +-<0.01", "over 41 s");
        assertThat(Figures.percent(0.99999)).isEqualTo("99.9 %");
    }

    private static Scenario drill() {
        return SampleDrills.drill("bank/primary-lost", "recovery");
    }

    private static Drilled drilled(Scenario scenario, Verdict verdict) {
        DrillResult result =
                new DrillResult(scenario, List.of(SampleDrills.held("effect"), verdict));
        return new Drilled(
                result,
                List::of,
                Reports.place(scenario),
                START,
                START.plusSeconds(48),
                List.of(),
                List.of());
    }

    private static Run run(List<Problem> problems, Drilled... drilled) {
        List<Drilled> all = new ArrayList<>(List.of(drilled));
        return new Run(
                "containers",
                List.of("two drills did not run"),
                all.size(),
                START,
                START.plusSeconds(60),
                all,
                problems,
                Map.of());
    }

    private List<String> lines() {
        return List.of(bytes.toString(StandardCharsets.UTF_8).split("\n"));
    }
}
