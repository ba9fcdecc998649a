package io.firedrill.check;

import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Assignment;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.PlainWords;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Judges whether whoever a step asked answered in time, or the deputy did: from the first asking to
 * the answer. Any of the allowed answers will do. A stand-in's answer passes as well, and every
 * sentence of it says that no person took part. Exercised where somebody was asked.
 */
public final class PersonCheck implements Check {

    @Override
    public ObjectiveKind kind() {
        return kind(Assignment.PERSON, "who is asked by the step answers in time");
    }

    static ObjectiveKind kind(String name, String meaning) {
        return new ObjectiveKind(
                name,
                List.of(
                        Setting.required(Assignment.OF, Setting.Type.TEXT, "name of the step"),
                        Setting.required(
                                Assignment.WITHIN,
                                Setting.Type.DURATION,
                                "longest time from the asking to the last answer")),
                settings -> List.of(),
                false,
                meaning);
    }

    @Override
    public String explain(Objective objective) {
        return "who is asked answers in "
                + PlainWords.duration(objective.settings().duration(Assignment.WITHIN));
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Duration within = objective.settings().duration(Assignment.WITHIN);
        Draft draft = Draft.of(objective, Figures.limit(within));
        Optional<Asked> found = Asked.of(objective, scenario, journal);
        if (found.isEmpty()) {
            return draft.inconclusive(Reason.NOT_EXERCISED, "nobody was asked");
        }
        Asked asked = found.get();
        draft.events(asked.events()).detail("answered by", asked.who());
        if (asked.assignment().absent()) {
            draft.detail("absent", asked.assignment().lines().get(0).role());
        }
        return asked.complete() ? answered(draft, asked, within) : waiting(draft, asked, within);
    }

    private static Verdict answered(Draft draft, Asked asked, Duration within) {
        Event.PersonActed answer =
                asked.answers().get(asked.answers().size() - 1).event();
        Interval took = asked.took();
        String headline = answer.role() + " " + answer.act() + " '" + answer.detail() + "' "
                + Figures.measured(took) + " after being asked, limit " + Figures.limit(within)
                + asked.plainly();
        draft.seconds(took);
        if (took.lo() > within.toNanos()) {
            return draft.fail(Reason.ANSWERED_TOO_LATE, headline);
        }
        return took.hi() > within.toNanos()
                ? draft.inconclusive(Reason.STRADDLES_LIMIT, headline)
                : draft.pass(headline);
    }

    private static Verdict waiting(Draft draft, Asked asked, Duration within) {
        String who = String.join(
                ", then ", asked.askings().stream().map(it -> it.event().role()).toList());
        Interval waited = asked.waited();
        if (waited.lo() <= within.toNanos()) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED,
                    "the drill was over " + Figures.exact(waited.lo()) + " after " + who
                            + " was asked, limit " + Figures.limit(within));
        }
        return draft.seconds(waited)
                .fail(
                        Reason.NOT_ANSWERED,
                        who + " had not answered " + Figures.exact(waited.lo())
                                + " after being asked, limit " + Figures.limit(within)
                                + asked.plainly());
    }
}
