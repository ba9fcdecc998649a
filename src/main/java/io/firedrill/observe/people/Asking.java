package io.firedrill.observe.people;

import io.firedrill.journal.Event;
import io.firedrill.scenario.Assignment;
import io.firedrill.scenario.Step;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one step asks of people, until all of it is answered or the drill is over. Whoever answers
 * says which line is meant, so that nothing is answered twice. Safe for use by many threads.
 */
public final class Asking {
    private static final int LONGEST_NOTE = 400;

    private final String called;
    private final Assignment assignment;
    private final String way;
    private final Askings.Site site;
    private int line;
    private long begun;
    private long asked;
    private long askedLast;
    private boolean passedOn;
    private boolean over;

    Asking(Step.Ask step, String way, Askings.Site site) {
        this.called = step.called();
        this.assignment = step.assignment();
        this.way = way;
        this.site = site;
    }

    /**
     * What is open now.
     *
     * @param line which of the lines, from 0, of so many
     * @param role who is asked
     * @param there false where whoever is asked is absent in this drill, and can not answer
     * @param left how long there is for all of it; negative where it is too late
     */
    record Open(
            String drill,
            String called,
            int line,
            int of,
            String role,
            boolean there,
            String text,
            List<String> answers,
            Duration left) {

        /** Says which line it is, where there are several. */
        String place() {
            return of == 1 ? called : called + ", line " + (line + 1) + " of " + of;
        }
    }

    /**
     * An answer.
     *
     * @param line the line that is answered, from 0
     * @param note what else is said; the reason, where a line is left out
     */
    record Answer(int line, String answer, String note) {}

    synchronized void begin() {
        begun = site.clock().nanos();
        asked = begun;
        askedLast = begun;
        ask(asked);
    }

    private void ask(long at) {
        write(new Event.PersonAsked(called, line + 1, role(), current().text(), way, at));
    }

    private Assignment.Line current() {
        return assignment.lines().get(line);
    }

    private String role() {
        return assignment
                .deputy()
                .filter(deputy -> passedOn)
                .map(Assignment.Deputy::role)
                .orElse(current().role());
    }

    private boolean there() {
        return passedOn || !assignment.absent();
    }

    /** Gives what is open; empty where nothing is any more. */
    synchronized Optional<Open> open() {
        if (over) {
            return Optional.empty();
        }
        return Optional.of(new Open(
                site.drill(),
                called,
                line,
                assignment.lines().size(),
                role(),
                there(),
                current().text(),
                current().answers(),
                assignment.within().minus(site.clock().since(begun))));
    }

    /**
     * Takes an answer of a person.
     *
     * @return why it was not taken; empty where it was
     */
    synchronized Optional<String> take(Answer given) {
        if (over || given.line() != line) {
            return Optional.of("this was answered before, or is over");
        }
        if (!there()) {
            return Optional.of(role() + " is absent in this drill");
        }
        Optional<String> answer = current().answers().stream()
                .filter(given.answer()::equalsIgnoreCase)
                .findFirst();
        String note = cleaned(given.note());
        if (answer.isEmpty()) {
            return Optional.of("the answers are: " + String.join(", ", current().answers()));
        }
        if (assignment.runbook() && answer.get().equals(Assignment.SKIP) && note.isEmpty()) {
            return Optional.of("a line is left out for a reason only: write it beside the answer");
        }
        answered(answer.get(), note, false);
        return Optional.empty();
    }

    /**
     * Passes on to the deputy what is not answered, and lets the stand-in answer when it is due.
     */
    synchronized void tick() {
        if (over) {
            return;
        }
        long now = site.clock().nanos();
        boolean late = assignment
                .deputy()
                .filter(deputy -> now - asked >= deputy.after().toNanos())
                .isPresent();
        if (late && !passedOn) {
            passedOn = true;
            askedLast = now;
            ask(now);
        }
        boolean due = assignment
                .standIn()
                .filter(after -> now - askedLast >= after.toNanos())
                .isPresent();
        if (due && there() && way.equals(People.NOBODY)) {
            answered(current().answers().get(0), "", true);
        }
    }

    private void answered(String answer, String note, boolean standIn) {
        long now = site.clock().nanos();
        boolean skipped = assignment.runbook() && answer.equals(Assignment.SKIP);
        String act = skipped ? "skipped" : assignment.act();
        write(new Event.PersonActed(
                role(), act, about(), detail(answer, note), standIn, asked, now));
        if (line + 1 < assignment.lines().size()) {
            line++;
            asked = now;
            askedLast = now;
            ask(now);
        } else {
            over = true;
            write(new Event.AskingEnded(called, true, now));
        }
    }

    private String about() {
        return assignment.runbook() ? called + "/" + (line + 1) : called;
    }

    private String detail(String answer, String note) {
        if (assignment.runbook()) {
            return note;
        }
        return note.isEmpty() ? answer : answer + ": " + note;
    }

    /** Gives up what is not answered, for the drill is over. */
    synchronized void end() {
        if (!over) {
            over = true;
            write(new Event.AskingEnded(called, false, site.clock().nanos()));
        }
    }

    private void write(Event event) {
        site.recorder().record(Askings.ACTOR, event);
    }

    private static String cleaned(String note) {
        String clean =
                note.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
        return clean.length() > LONGEST_NOTE ? clean.substring(0, LONGEST_NOTE) : clean;
    }
}
