package io.firedrill.check;

import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Await;
import io.firedrill.scenario.HttpStep;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.PlainWords;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;
import io.firedrill.scenario.Trigger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Judges whether what piled up during the faults is worked off in time: a number, read over HTTP or
 * printed by a command, is at most so high within a time of the last heal, and stays so. A backlog
 * that never rose above that shows nothing of how it drains.
 */
public final class BacklogCheck implements Check {
    private static final Duration SLACK = Duration.ofSeconds(2);

    @Override
    public ObjectiveKind kind() {
        return new ObjectiveKind(
                "backlog",
                List.of(
                        Setting.optional("entry", Setting.Type.ENTRY, "where it is asked for"),
                        Setting.optional("ask", Setting.Type.REQUEST, "the request"),
                        Setting.optional(
                                "value", Setting.Type.JSON_PATH, "the number in its answer"),
                        Setting.optional(
                                "component", Setting.Type.COMPONENT, "where the command is run"),
                        Setting.optional(
                                "run", Setting.Type.WORDS, "a command that prints the number"),
                        Setting.required("at-most", Setting.Type.COUNT, "how much may be left"),
                        Setting.required(
                                "within", Setting.Type.DURATION, "longest time from the heal")),
                BacklogCheck::awaits,
                false,
                "what piled up is worked off within a time of the last heal");
    }

    private static List<Await> awaits(Settings settings) {
        String id = settings.find("id", String.class).orElse("backlog");
        Trigger drained = new Trigger.Drained(id, settings.get("at-most", Integer.class));
        Duration atMost = settings.duration("within").plus(SLACK);
        return List.of(new Await(drained, atMost, Await.From.LAST_HEAL));
    }

    @Override
    public String explain(Objective objective) {
        Settings settings = objective.settings();
        return "within " + PlainWords.duration(settings.duration("within"))
                + " of the last heal at most "
                + settings.get("at-most", Integer.class) + " are left of "
                + settings.find("value", String.class)
                        .map(it -> it + " in the answer to ")
                        .orElse("what is printed by ")
                + settings.find("ask", HttpStep.class)
                        .map(it -> it.method() + " " + it.path())
                        .or(() -> settings.find("run", List.class)
                                .map(it -> "'" + String.join(" ", settings.words("run")) + "' in "
                                        + settings.text("component")))
                        .orElse("the system");
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        int atMost = objective.settings().get("at-most", Integer.class);
        Duration within = objective.settings().duration("within");
        Draft draft = Draft.of(objective, "at most " + atMost + " in " + Figures.limit(within));
        Faults faults = Faults.of(journal);
        OptionalLong fault = faults.firstBegin();
        Optional<Interval> heal = faults.heals().reduce((earlier, later) -> later);
        if (fault.isEmpty() || heal.isEmpty()) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED, "no fault was applied and healed, so nothing piled up");
        }
        List<Entry> read =
                Answers.of(objective.id(), journal).from(fault.getAsLong()).all().stream()
                        .filter(entry -> number(entry).isPresent())
                        .toList();
        double most = read.stream()
                .mapToDouble(entry -> number(entry).orElseThrow())
                .max()
                .orElse(0);
        draft.detail("numbers read", String.valueOf(read.size()))
                .detail("most", String.valueOf(most));
        if (most <= atMost) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED,
                    read.isEmpty()
                            ? "no number was read since the first fault"
                            : "it never rose above " + atMost + " in " + read.size()
                                    + " readings, so nothing had to drain");
        }
        return new Drain(read, atMost, heal.get()).rule(draft, within);
    }

    private static Optional<Double> number(Entry entry) {
        Event.AnswerRead answer = Answers.answer(entry);
        try {
            return Optional.ofNullable(answer.value())
                    .filter(value -> answer.asExpected())
                    .map(Double::valueOf);
        } catch (NumberFormatException notOne) {
            return Optional.empty(); // counted as not read
        }
    }

    /** The numbers read since the first fault, at least one of them too high. */
    private record Drain(List<Entry> read, int atMost, Interval heal) {

        Verdict rule(Draft draft, Duration within) {
            int last = lastTooHigh();
            draft.event(read.get(last).index());
            if (last == read.size() - 1) {
                return left(draft, within);
            }
            Entry good = read.get(last + 1);
            Interval drained = new Interval(
                    Answers.answer(read.get(last)).begin(), Answers.answer(good).end());
            Interval took = drained.since(heal);
            draft.event(good.index()).seconds(took);
            String said = "at most " + atMost + " was left " + Figures.measured(took)
                    + " after the last heal, limit " + Figures.limit(within);
            if (took.hi() <= within.toNanos()) {
                return draft.pass(said);
            }
            return took.lo() > within.toNanos()
                    ? draft.fail(Reason.BACKLOG_DRAINED_TOO_LATE, said)
                    : draft.inconclusive(Reason.STRADDLES_LIMIT, said + " lies inside the error");
        }

        private Verdict left(Draft draft, Duration within) {
            Entry last = read.get(read.size() - 1);
            long watched = Answers.answer(last).begin() - heal.hi();
            String said = number(last).orElseThrow() + " was left "
                    + Figures.exact(Math.max(0, watched)) + " after the last heal, at most "
                    + atMost + " asked within " + Figures.limit(within);
            return watched > within.toNanos()
                    ? draft.fail(Reason.BACKLOG_NOT_DRAINED, said)
                    : draft.inconclusive(
                            Reason.NOT_MEASURED, said + ", and was not read for longer");
        }

        private int lastTooHigh() {
            int last = 0;
            for (int at = 0; at < read.size(); at++) {
                if (number(read.get(at)).orElseThrow() > atMost) {
                    last = at;
                }
            }
            return last;
        }
    }
}
