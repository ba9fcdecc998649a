package io.firedrill.check;

import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Assignment;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Step;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a step asked of people, and what came of it.
 *
 * @param askings each time somebody was asked, in order; at least one
 * @param answers what was answered, in order: at most one for each line
 * @param ended when nobody was asked any more; empty where the journal breaks off before
 */
record Asked(
        Assignment assignment,
        List<Happened<Event.PersonAsked>> askings,
        List<Happened<Event.PersonActed>> answers,
        Optional<Event.AskingEnded> ended) {
    /** A person's answer is seen at most so long after it was given. */
    private static final long SEEN_WITHIN = Duration.ofMillis(100).toNanos();

    private static final String STAND_IN = "a stand-in, no person took part";

    /** An event and its index. */
    record Happened<E extends Event>(E event, long index) {}

    /** Reads it; empty where nobody was asked. */
    static Optional<Asked> of(Objective objective, Scenario scenario, Journal journal) {
        String called = objective.settings().text(Assignment.OF);
        List<Happened<Event.PersonAsked>> askings = new ArrayList<>();
        List<Happened<Event.PersonActed>> answers = new ArrayList<>();
        Optional<Event.AskingEnded> ended = Optional.empty();
        for (Entry entry : SortedJournal.of(journal).rare()) {
            if (entry.event() instanceof Event.PersonAsked asked
                    && asked.called().equals(called)) {
                askings.add(new Happened<>(asked, entry.index()));
            } else if (entry.event() instanceof Event.PersonActed act
                    && !askings.isEmpty()
                    && about(act, called)) {
                answers.add(new Happened<>(act, entry.index()));
            } else if (entry.event() instanceof Event.AskingEnded end
                    && end.called().equals(called)) {
                ended = Optional.of(end);
            }
        }
        if (askings.isEmpty()) {
            return Optional.empty();
        }
        Optional<Event.AskingEnded> over = ended;
        return assignment(called, scenario)
                .map(assignment ->
                        new Asked(assignment, List.copyOf(askings), List.copyOf(answers), over));
    }

    private static boolean about(Event.PersonActed act, String called) {
        return act.about().equals(called) || act.about().startsWith(called + "/");
    }

    private static Optional<Assignment> assignment(String called, Scenario scenario) {
        return scenario.steps().stream()
                .filter(step -> step instanceof Step.Ask && step.called().equals(called))
                .map(step -> ((Step.Ask) step).assignment())
                .findFirst();
    }

    /** Says whether all of it was answered. */
    boolean complete() {
        return ended.filter(Event.AskingEnded::complete).isPresent();
    }

    /** Gives when the first was asked, in nanoseconds of the drill's clock. */
    long begin() {
        return askings.get(0).event().at();
    }

    /** Gives how long it took from the first asking to the last answer; there is one. */
    Interval took() {
        return took(begin(), answers.get(answers.size() - 1).event());
    }

    /** Gives how long an answer took from an instant on. */
    static Interval took(long from, Event.PersonActed answer) {
        long most = Math.max(0, answer.end() - from);
        long least = answer.standIn() ? most : Math.max(0, most - SEEN_WITHIN);
        return new Interval(least, most);
    }

    /** Gives for how long answers were waited for where not all came; exact. */
    Interval waited() {
        long until = ended.map(Event.AskingEnded::at).orElse(begin());
        return Interval.at(Math.max(0, until - begin()));
    }

    /** Says in a few words who answered, and whether it was a person. */
    String who() {
        long standIns = answers.stream().filter(it -> it.event().standIn()).count();
        if (answers.isEmpty()) {
            return nobodyAsked() ? "nobody; no person was asked" : "nobody";
        }
        if (standIns == 0) {
            return "a person";
        }
        return standIns == answers.size()
                ? STAND_IN
                : standIns + " of " + answers.size() + " times a stand-in";
    }

    /** Says what a sentence must not leave out: that no person took part. */
    String plainly() {
        boolean standIn = answers.stream().anyMatch(it -> it.event().standIn());
        return nobodyAsked() || standIn ? "; a stand-in's doing, no person took part" : "";
    }

    private boolean nobodyAsked() {
        return askings.stream().allMatch(it -> it.event().way().equals("stand-in"));
    }

    /** Gives the indexes of the entries that it rests on. */
    List<Long> events() {
        List<Long> events = new ArrayList<>();
        askings.forEach(it -> events.add(it.index()));
        answers.forEach(it -> events.add(it.index()));
        return events;
    }
}
