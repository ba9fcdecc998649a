package io.firedrill.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.SampleDrills;
import io.firedrill.check.DrillResult;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.scenario.Assignment;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The page that says line by line what was planned and what it took. */
class PeoplePageTests {
    private static final long SECOND = 1_000_000_000L;

    private static Scenario scenario() {
        Scenario drill = SampleDrills.drill("bank/by-hand", "recovery");
        Step runbook = new Step.Ask(
                new Trigger.After(Duration.ZERO),
                "restore",
                new Assignment(
                        true,
                        "did",
                        List.of(line("Stop <b>all</b>"), line("Ask the host"), line("Start")),
                        Duration.ofSeconds(30),
                        Optional.empty(),
                        false,
                        Optional.empty()));
        return new Scenario(
                drill.id(),
                drill.file(),
                drill.title(),
                drill.about(),
                drill.system(),
                drill.customers(),
                drill.baseline(),
                List.of(runbook),
                drill.objectives(),
                drill.relayed(),
                drill.limit(),
                drill.twin());
    }

    private static Assignment.Line line(String text) {
        return new Assignment.Line(
                "operator", text, List.of("done", "skip"), Duration.ofSeconds(2));
    }

    private static Drilled drilled(Event... events) {
        List<Entry> entries = new ArrayList<>();
        for (Event event : events) {
            entries.add(new Entry(entries.size(), 1, Instant.EPOCH, "people", event));
        }
        Verdict verdict = new Verdict(
                "restore",
                false,
                Verdict.Status.PASS,
                "restore: 3 lines were worked off",
                "30 s",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of("longer than planned", "line 1"));
        return new Drilled(
                new DrillResult(scenario(), List.of(verdict)),
                () -> entries,
                Reports.place(scenario()),
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(1),
                List.of(),
                List.of());
    }

    private static Event act(int line, String act, String detail, boolean standIn) {
        return new Event.PersonActed(
                "operator", act, "restore/" + line, detail, standIn, SECOND, 4 * SECOND);
    }

    @Test
    void aDrillThatAsksNobodyHasNoPage() {
        assertThat(PeoplePage.of(drilled())).isEmpty();
    }

    @Test
    void eachLineSaysWhatWasPlannedWhatItTookAndByWhom() {
        Event asked = new Event.PersonAsked("restore", 1, "operator", "Stop", "page", SECOND);

        String page = PeoplePage.of(drilled(
                        asked, act(1, "did", "", true), act(2, "skipped", "it <i>knew</i>", false)))
                .orElseThrow();

        assertThat(page)
                .contains(
                        "Of 2 answers of people, persons gave 1 and stand-ins 1; not answered in"
                                + " full: 1.",
                        "PASS restore: 3 lines were worked off",
                        "Stop &lt;b&gt;all&lt;/b&gt;",
                        "it &lt;i&gt;knew&lt;/i&gt;",
                        "<div>2.0 s</div>",
                        "<div>3.0 s</div>",
                        "<div class=\"bad\">longer</div>",
                        "<div class=\"bad\">not answered</div>",
                        "<div>a stand-in, no person</div>",
                        "<div>left out</div>")
                .doesNotContain("<b>", "<i>");
        assertThat(page.split(">longer<", -1)).hasSize(2);
    }
}
