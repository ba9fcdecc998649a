package io.firedrill.check;

import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Assignment;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.PlainWords;
import io.firedrill.scenario.Scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges whether the lines of a written procedure were worked off in time, from the first asking to
 * the last answer. A line that was left out for a reason counts as answered, and is named. Its
 * details say line by line what was planned and what it took. Exercised where somebody was asked.
 */
public final class RunbookCheck implements Check {

    @Override
    public ObjectiveKind kind() {
        return PersonCheck.kind(
                Assignment.RUNBOOK, "the lines of the step's procedure are worked off in time");
    }

    @Override
    public String explain(Objective objective) {
        return "every line of the procedure is done, or left out for a reason, in "
                + PlainWords.duration(objective.settings().duration(Assignment.WITHIN));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Duration within = objective.settings().duration(Assignment.WITHIN);
        Draft draft = Draft.of(objective, Figures.limit(within));
        Optional<Asked> found = Asked.of(objective, scenario, journal);
        if (found.isEmpty()) {
            return draft.inconclusive(Reason.NOT_EXERCISED, "nobody was asked to begin");
        }
        Asked asked = found.get();
        draft.events(asked.events()).detail("answered by", asked.who());
        List<String> slow = lines(draft, asked);
        if (!slow.isEmpty()) {
            draft.detail("longer than planned", String.join(", ", slow));
        }
        return asked.complete() ? done(draft, asked, within) : waiting(draft, asked, within);
    }

    /** States each line, planned and taken, and gives those that surely took longer. */
    private static List<String> lines(Draft draft, Asked asked) {
        List<String> slow = new ArrayList<>();
        List<Assignment.Line> planned = asked.assignment().lines();
        for (int number = 0; number < planned.size(); number++) {
            Assignment.Line line = planned.get(number);
            String name = "line " + (number + 1);
            String plan =
                    line.text() + "; " + line.role() + "; planned " + Figures.limit(line.planned());
            if (number < asked.answers().size()) {
                Event.PersonActed answer = asked.answers().get(number).event();
                Interval took = Asked.took(answer.begin(), answer);
                if (took.lo() > line.planned().toNanos()) {
                    slow.add(name);
                }
                draft.detail(name, plan + outcome(answer, took));
            } else {
                draft.detail(name, plan + ", not done");
            }
        }
        return slow;
    }

    private static String outcome(Event.PersonActed answer, Interval took) {
        String what = skipped(answer) ? ", LEFT OUT after " : ", took ";
        String note = answer.detail().isEmpty() ? "" : ": " + answer.detail();
        return what + Figures.measured(took) + note + (answer.standIn() ? " (a stand-in)" : "");
    }

    private static boolean skipped(Event.PersonActed answer) {
        return answer.act().equals("skipped");
    }

    private static Verdict done(Draft draft, Asked asked, Duration within) {
        Interval took = asked.took();
        Duration planned = asked.assignment().lines().stream()
                .map(Assignment.Line::planned)
                .reduce(Duration.ZERO, Duration::plus);
        String headline = asked.answers().size() + " lines were worked off in "
                + Figures.measured(took) + ", planned " + Figures.limit(planned) + ", limit "
                + Figures.limit(within) + leftOut(draft, asked) + asked.plainly();
        draft.seconds(took);
        if (took.lo() > within.toNanos()) {
            return draft.fail(Reason.RUNBOOK_TOO_LATE, headline);
        }
        return took.hi() > within.toNanos()
                ? draft.inconclusive(Reason.STRADDLES_LIMIT, headline)
                : draft.pass(headline);
    }

    /** An override is named wherever the result is. */
    private static String leftOut(Draft draft, Asked asked) {
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < asked.answers().size(); number++) {
            if (skipped(asked.answers().get(number).event())) {
                lines.add("line " + (number + 1) + " ("
                        + asked.answers().get(number).event().detail() + ")");
            }
        }
        if (lines.isEmpty()) {
            return "";
        }
        draft.detail("left out", String.join(", ", lines));
        return "; left out: " + String.join(", ", lines);
    }

    private static Verdict waiting(Draft draft, Asked asked, Duration within) {
        List<Assignment.Line> lines = asked.assignment().lines();
        int next = Math.min(asked.answers().size(), lines.size() - 1);
        Interval waited = asked.waited();
        String sentence = next + " of " + lines.size() + " lines were worked off in "
                + Figures.exact(waited.lo()) + ", limit " + Figures.limit(within) + "; line "
                + (next + 1) + " was not: " + lines.get(next).text() + leftOut(draft, asked)
                + asked.plainly();
        return waited.lo() <= within.toNanos()
                ? draft.inconclusive(Reason.NOT_MEASURED, "the drill was over first: " + sentence)
                : draft.seconds(waited).fail(Reason.RUNBOOK_NOT_FINISHED, sentence);
    }
}
