package io.firedrill.check;

import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.HttpStep;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.PlainWords;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;

import java.util.List;
import java.util.OptionalLong;

/**
 * Judges whether a stranger stays out: a request that is refused before the faults is refused while
 * they are on, and afterwards. No answer, or an error, admits nobody and shows nothing; with a
 * {@code role}, only what is asked after the role moved shows anything.
 */
public final class IsolationCheck implements Check {
    private static final int FIRST_GOOD = 200;
    private static final int FIRST_ELSEWHERE = 300;

    @Override
    public ObjectiveKind kind() {
        return new ObjectiveKind(
                "isolation",
                List.of(
                        Setting.required("entry", Setting.Type.ENTRY, "where it is asked"),
                        Setting.required(
                                "ask",
                                Setting.Type.REQUEST,
                                "the stranger's request, and the refusal it expects"),
                        Setting.optional(
                                "role",
                                Setting.Type.ROLE,
                                "only what is asked after this role moved counts")),
                settings -> List.of(),
                false,
                "what must be refused is refused during the faults and after them");
    }

    @Override
    public String explain(Objective objective) {
        Settings settings = objective.settings();
        return "a stranger is refused during the faults and after them: "
                + PlainWords.request(settings.get("ask", HttpStep.class))
                + settings.find("role", String.class)
                        .map(it -> "; counted once " + it + " has moved")
                        .orElse("");
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Settings settings = objective.settings();
        Draft draft = Draft.of(objective, "refused, always");
        Faults faults = Faults.of(journal);
        OptionalLong fault = faults.firstBegin();
        if (fault.isEmpty()) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED, "no fault was applied, so nothing was put to the test");
        }
        Answers all = Answers.of(objective.id(), journal);
        Answers before = all.until(fault.getAsLong());
        if (admitted(before).size() > 0) {
            return draft.events(admitted(before).events())
                    .inconclusive(
                            Reason.BASELINE_NOT_HEALTHY,
                            "the stranger was admitted before any fault");
        }
        if (before.asExpected().isEmpty()) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED, "the stranger was not seen refused before the faults");
        }
        Answers since = all.from(fault.getAsLong());
        Answers admitted = admitted(since);
        draft.measured(admitted.size(), admitted.size(), "admitted");
        if (!admitted.isEmpty()) {
            Event.AnswerRead first = Answers.answer(admitted.all().get(0));
            return draft.events(admitted.events())
                    .fail(
                            Reason.STRANGER_ADMITTED,
                            "the stranger was admitted " + admitted.size() + " times, first "
                                    + Figures.exact(first.end() - fault.getAsLong())
                                    + " after the first fault, with status " + first.code());
        }
        long from = settings.find("role", String.class)
                .map(role -> Takeover.of(role, journal, faults))
                .map(takeover -> takeover.moved().map(Interval::hi).orElse(Long.MAX_VALUE))
                .orElse(fault.getAsLong());
        return rule(draft, since.from(from).asExpected(), faults.end());
    }

    private static Answers admitted(Answers answers) {
        List<Entry> found = answers.answered().all().stream()
                .filter(entry -> !Answers.answer(entry).asExpected())
                .filter(entry -> Answers.answer(entry).code() >= FIRST_GOOD)
                .filter(entry -> Answers.answer(entry).code() < FIRST_ELSEWHERE)
                .toList();
        return new Answers(found);
    }

    private static Verdict rule(Draft draft, Answers refused, OptionalLong healed) {
        long end = healed.orElse(Long.MAX_VALUE);
        int during = refused.until(end).size();
        int after = refused.from(end).size();
        draft.detail("refused during the faults", String.valueOf(during))
                .detail("refused after them", String.valueOf(after))
                .events(refused.events());
        if (during == 0 || after == 0) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED,
                    "the stranger was refused " + during + " times during the faults and " + after
                            + " times after them, and each must be seen at least once");
        }
        return draft.pass("the stranger was refused " + during + " times during the faults and "
                + after + " times after them, and never admitted");
    }
}
