package io.firedrill.evidence;

import io.firedrill.check.Verdict;
import io.firedrill.evidence.HtmlTable.Cell;
import io.firedrill.journal.Event;
import io.firedrill.scenario.Assignment;
import io.firedrill.scenario.Step;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The page on what people were asked in a drill: who answered what after how long, and of a written
 * procedure line by line what was planned and what it took. One file that opens without network and
 * script. The same journal gives the same page.
 */
final class PeoplePage {
    /** Name of its file in a pack. */
    static final String FILE = "people.html";

    private static final List<String> HEADS =
            List.of("", "What", "Who", "Planned", "Taken", "Answered by", "Answer or reason");
    private static final String NOT_DONE = "not answered";

    private final Drilled drill;
    private final Html html = new Html();

    private PeoplePage(Drilled drill) {
        this.drill = drill;
    }

    /** Writes the page; empty for a drill in which nobody was asked. */
    static Optional<String> of(Drilled drill) {
        return PeopleAsked.of(drill).map(people -> new PeoplePage(drill).page(people));
    }

    private String page(PeopleAsked people) {
        html.leaf("h1", "What people were asked");
        html.leaf("p", drill.scenario().title());
        String started = drill.started().truncatedTo(ChronoUnit.SECONDS).toString();
        html.leaf(
                "p",
                drill.scenario().id() + ", " + drill.scenario().system().title() + ", "
                        + started.replace('T', ' ').replace("Z", " UTC"),
                "class",
                "small");
        String sentence = people.sentence();
        html.leaf(
                "p",
                sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1) + ".",
                "class",
                "note");
        for (Step step : drill.scenario().steps()) {
            if (step instanceof Step.Ask ask) {
                asked(ask);
            }
        }
        return html.page("What people were asked: " + drill.scenario().id(), NoticesStyle.SHEET);
    }

    private void asked(Step.Ask ask) {
        html.leaf("h2", ask.called());
        drill.result().verdicts().stream()
                .filter(verdict -> verdict.id().equals(ask.called()))
                .forEach(this::verdict);
        List<List<Cell>> rows = new ArrayList<>();
        for (int line = 0; line < ask.assignment().lines().size(); line++) {
            rows.add(row(ask, line));
        }
        new HtmlTable("plain", "What was planned and what it took", HEADS, rows).write(html);
    }

    private void verdict(Verdict verdict) {
        html.leaf("p", Leaf.sentence(verdict), "class", "verdict");
    }

    private List<Cell> row(Step.Ask ask, int index) {
        Assignment.Line line = ask.assignment().lines().get(index);
        Optional<Event.PersonActed> answer = answer(ask, index);
        boolean skipped = answer.filter(act -> act.act().equals("skipped")).isPresent();
        return List.of(
                Cell.of(String.valueOf(index + 1)),
                Cell.of(ToldText.clipped(line.text())),
                Cell.of(answer.map(Event.PersonActed::role).orElse(line.role())),
                Cell.of(Figures.seconds(line.planned().toNanos() / 1e9)),
                taken(answer, longer(ask.called(), index)),
                Cell.of(answer.map(PeoplePage::by).orElse("-")),
                Cell.of(skipped ? "left out" : "")
                        .plus("", answer.map(Event.PersonActed::detail).orElse("")));
    }

    private static Cell taken(Optional<Event.PersonActed> answer, boolean longer) {
        return answer.map(act -> Cell.of(Figures.seconds((act.end() - act.begin()) / 1e9))
                        .plus("bad", longer ? "longer" : ""))
                .orElseGet(() -> Cell.of("").plus("bad", NOT_DONE));
    }

    /** What took longer than planned is the check's to say, which knows how exactly. */
    private boolean longer(String called, int index) {
        return drill.result().verdicts().stream()
                .filter(verdict -> verdict.id().equals(called))
                .map(verdict -> verdict.details().getOrDefault("longer than planned", ""))
                .anyMatch(lines -> List.of(lines.split(", ", -1)).contains("line " + (index + 1)));
    }

    private static String by(Event.PersonActed act) {
        return act.standIn() ? "a stand-in, no person" : "a person";
    }

    private Optional<Event.PersonActed> answer(Step.Ask ask, int index) {
        String about = ask.assignment().runbook() ? ask.called() + "/" + (index + 1) : ask.called();
        return drill.journal()
                .all(Event.PersonActed.class)
                .filter(act -> act.about().equals(about))
                .findFirst();
    }
}
