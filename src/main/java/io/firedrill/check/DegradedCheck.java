package io.firedrill.check;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.HttpStep;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.PlainWords;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Judges whether a journey that fails during the faults fails in the way that was promised: with
 * that status, and no other, nor in silence. Where the promise is a message or a cached answer as
 * well, {@code ask} says so: each answer to it is the promised one, or the usual one (a status of
 * 200 to 299), and the promised one is seen at least once. A journey that never failed kept no
 * promise, for it had none to keep.
 */
public final class DegradedCheck implements Check {
    private static final int FIRST_GOOD = 200;
    private static final int FIRST_ELSEWHERE = 300;

    @Override
    public ObjectiveKind kind() {
        return new ObjectiveKind(
                "degraded",
                List.of(
                        Setting.required("of", Setting.Type.JOURNEY, "whose customers"),
                        Setting.required(
                                "status", Setting.Type.COUNT, "the status that was promised"),
                        Setting.optional("entry", Setting.Type.ENTRY, "where it is asked"),
                        Setting.optional(
                                "ask",
                                Setting.Type.REQUEST,
                                "a request, and the answer that was promised")),
                settings -> List.of(),
                false,
                "a journey may fail, but only in the way that was promised");
    }

    @Override
    public String explain(Objective objective) {
        Settings settings = objective.settings();
        return "what fails of " + settings.text("of") + " fails with status "
                + settings.get("status", Integer.class) + ", and in no other way"
                + settings.find("ask", HttpStep.class)
                        .map(it -> "; meanwhile " + PlainWords.request(it))
                        .orElse("");
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Settings settings = objective.settings();
        int promised = settings.get("status", Integer.class);
        Draft draft = Draft.of(objective, "served, or status " + promised);
        Faults faults = Faults.of(journal);
        OptionalLong fault = faults.firstBegin();
        if (fault.isEmpty()) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED, "no fault was applied, so nothing had to degrade");
        }
        String journey = settings.text("of");
        JourneyMeasure measure = JourneyMeasure.of(journey, scenario, journal, faults);
        Counted counted = Counted.of(measure, fault.getAsLong(), promised);
        draft.detail("failed as promised", String.valueOf(counted.kept()))
                .detail("not known", String.valueOf(counted.unknown()))
                .measured(
                        counted.broken().size(),
                        counted.broken().size() + counted.unknown(),
                        "broken");
        if (!counted.broken().isEmpty()) {
            return broken(draft, journey, counted.broken());
        }
        Answers asked = Answers.of(objective.id(), journal).from(fault.getAsLong());
        return rule(draft, counted, asked, settings.find("ask", Object.class).isPresent());
    }

    /** Attempts that were not served since the first fault. */
    private record Counted(long kept, long unknown, List<Found> broken) {
        static Counted of(JourneyMeasure measure, long fault, int promised) {
            long kept = 0;
            long unknown = 0;
            List<Found> broken = new ArrayList<>();
            Attempts attempts = measure.attempts();
            for (int at = attempts.firstSentFrom(fault); at < attempts.size(); at++) {
                Event.Attempt attempt = attempts.get(at);
                if (attempt.ok()) {
                    continue;
                }
                if (measure.undecided(attempt) || untold(attempt)) {
                    unknown++;
                } else if (attempt.status() != null && attempt.status() == promised) {
                    kept++;
                } else {
                    broken.add(new Found(attempt, attempts.index(at)));
                }
            }
            return new Counted(kept, unknown, List.copyOf(broken));
        }
    }

    private record Found(Event.Attempt attempt, long index) {}

    /** Failed with a status that nobody wrote down: an older journal, or a journey of another's. */
    private static boolean untold(Event.Attempt attempt) {
        return attempt.reason() == AttemptReason.STATUS && attempt.status() == null;
    }

    private static Verdict broken(Draft draft, String journey, List<Found> broken) {
        broken.forEach(found -> draft.event(found.index()));
        Event.Attempt first = broken.get(0).attempt();
        String how = first.detail().isEmpty() ? "" : ", " + first.detail();
        return draft.fail(
                Reason.PROMISE_BROKEN,
                broken.size() + " attempts of " + journey
                        + " failed in another way than was promised, first with " + first.reason()
                        + how);
    }

    private static Verdict rule(Draft draft, Counted counted, Answers asked, boolean asks) {
        List<Event.AnswerRead> others = asked.all().stream()
                .map(Answers::answer)
                .filter(answer -> !answer.asExpected() && !usual(answer))
                .toList();
        if (asks && !others.isEmpty()) {
            return draft.events(asked.events())
                    .fail(
                            Reason.PROMISE_BROKEN,
                            others.size() + " of " + asked.size()
                                    + " answers were neither the promised one nor the usual one: "
                                    + others.get(0).detail());
        }
        if (counted.kept() == 0 || asks && asked.asExpected().isEmpty()) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED,
                    counted.kept() == 0
                            ? "no attempt is known to have failed, so no promise was tried"
                            : "the promised answer was never seen in " + asked.size()
                                    + " readings");
        }
        if (counted.unknown() > 0) {
            return draft.inconclusive(
                    Reason.HARNESS_OVERLOADED,
                    counted.unknown() + " failures are not known: they may be our own, or their"
                            + " status was not written down");
        }
        return draft.pass(
                "all " + counted.kept() + " attempts that failed did so in the promised way");
    }

    private static boolean usual(Event.AnswerRead answer) {
        return answer.answered() && answer.code() >= FIRST_GOOD && answer.code() < FIRST_ELSEWHERE;
    }
}
