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
import java.util.Optional;

/**
 * Judges whether something holds after the drill that held before: an HTTP read at an entry, or a
 * command inside a component. The runner read it at both moments; where {@code same} is given, what
 * was read at that path (the event's {@code actual}) is equal before and after.
 */
public final class InvariantCheck implements Check {

    @Override
    public ObjectiveKind kind() {
        return new ObjectiveKind(
                "invariant",
                List.of(
                        Setting.optional("entry", Setting.Type.ENTRY, "where it is read"),
                        Setting.optional(
                                "read", Setting.Type.REQUEST, "the request, and what it expects"),
                        Setting.optional(
                                "same",
                                Setting.Type.TEXT,
                                "JSONPath to a value that is the same before and after"),
                        Setting.optional(
                                "component", Setting.Type.COMPONENT, "where the command is run"),
                        Setting.optional("command", Setting.Type.WORDS, "the command"),
                        Setting.optional(
                                "exit", Setting.Type.COUNT, 0, "the exit code it must have"),
                        Setting.optional("output", Setting.Type.TEXT, "what it must print")),
                settings -> List.of(),
                false,
                "an answer of the system is as expected before and after the drill");
    }

    @Override
    public String explain(Objective objective) {
        Settings settings = objective.settings();
        return "before and after the drill "
                + settings.find("read", HttpStep.class)
                        .map(PlainWords::request)
                        .orElseGet(() -> "'"
                                + settings.find("command", List.class)
                                        .map(it -> String.join(" ", settings.words("command")))
                                        .orElse("")
                                + "' in "
                                + settings.find("component", String.class).orElse("")
                                + " ends with exit code " + settings.get("exit", Integer.class))
                + settings.find("same", String.class)
                        .map(it -> ", and " + it + " is the same")
                        .orElse("")
                + settings.find("output", String.class)
                        .map(it -> " and prints " + it)
                        .orElse("");
    }

    @Override
    public Verdict examine(Objective objective, Scenario scenario, Journal journal) {
        Draft draft = Draft.of(objective, "holds before and after");
        Optional<Event.InvariantRead> before = last(draft, objective, journal, Event.Moment.BEFORE);
        Optional<Event.InvariantRead> after = last(draft, objective, journal, Event.Moment.AFTER);
        if (before.isEmpty() || !before.get().read()) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED, "it was not read before the drill" + why(before));
        }
        if (!before.get().holds()) {
            return draft.inconclusive(
                    Reason.BASELINE_NOT_HEALTHY,
                    "it was broken before the drill: " + compared(before.get()));
        }
        if (after.isEmpty() || !after.get().read()) {
            return draft.inconclusive(
                    Reason.NOT_MEASURED, "it was not read after the drill" + why(after));
        }
        draft.detail("before", before.get().actual())
                .detail("after", after.get().actual());
        return rule(draft, objective, before.get(), after.get());
    }

    private static Verdict rule(
            Draft draft,
            Objective objective,
            Event.InvariantRead before,
            Event.InvariantRead after) {
        if (!after.holds()) {
            return draft.fail(
                    Reason.INVARIANT_BROKEN, "broken after the drill: " + compared(after));
        }
        boolean same = objective.settings().find("same", String.class).isPresent();
        if (same && !before.actual().equals(after.actual())) {
            return draft.fail(
                    Reason.INVARIANT_BROKEN,
                    "broken after the drill: expected the same as before, " + before.actual()
                            + ", and was " + after.actual());
        }
        return draft.pass("held before and after: " + after.actual());
    }

    private static String compared(Event.InvariantRead read) {
        return "expected " + read.expected() + ", and was " + read.actual();
    }

    private static String why(Optional<Event.InvariantRead> read) {
        return read.map(Event.InvariantRead::actual)
                .filter(text -> !text.isEmpty())
                .map(text -> ": " + text)
                .orElse("");
    }

    private static Optional<Event.InvariantRead> last(
            Draft draft, Objective objective, Journal journal, Event.Moment moment) {
        Optional<Entry> found = SortedJournal.of(journal).rare().stream()
                .filter(entry -> entry.event() instanceof Event.InvariantRead read
                        && read.objective().equals(objective.id())
                        && read.moment() == moment)
                .reduce((earlier, later) -> later);
        found.ifPresent(entry -> draft.event(entry.index()));
        return found.map(entry -> (Event.InvariantRead) entry.event());
    }
}
