package io.firedrill.check;

import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;

import java.util.List;

/** What the runner was answered when it asked for an objective, in order. */
record Answers(List<Entry> all) {

    /** Picks an objective's answers out of the journal. */
    static Answers of(String objective, Journal journal) {
        return new Answers(journal.entries().stream()
                .filter(entry -> entry.event() instanceof Event.AnswerRead read
                        && read.objective().equals(objective))
                .toList());
    }

    /** Gives the answer of an entry that is known to hold one. */
    static Event.AnswerRead answer(Entry entry) {
        return (Event.AnswerRead) entry.event();
    }

    /** Gives those that were over by an instant. */
    Answers until(long nanos) {
        return new Answers(
                all.stream().filter(entry -> answer(entry).end() <= nanos).toList());
    }

    /** Gives those that were asked from an instant on. */
    Answers from(long nanos) {
        return new Answers(
                all.stream().filter(entry -> answer(entry).begin() >= nanos).toList());
    }

    /** Gives those that there was an answer to. */
    Answers answered() {
        return new Answers(
                all.stream().filter(entry -> answer(entry).answered()).toList());
    }

    /** Gives those that were the answer that the objective names. */
    Answers asExpected() {
        return new Answers(
                all.stream().filter(entry -> answer(entry).asExpected()).toList());
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    int size() {
        return all.size();
    }

    /** Gives the entries it rests on. */
    List<Long> events() {
        return all.stream().map(Entry::index).toList();
    }
}
