package io.firedrill.check;

import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** The attempts of one journey in the order in which they were sent. */
final class Attempts {
    private final List<Entry> bySent;

    private Attempts(List<Entry> bySent) {
        this.bySent = bySent;
    }

    /** Picks a journey's attempts out of the journal. */
    static Attempts of(Journal journal, String journey) {
        return SortedJournal.of(journal).attempts(journey);
    }

    /** Sorts the attempts of one journey. */
    static Attempts sorted(List<Entry> attempts) {
        List<Entry> found = new ArrayList<>(attempts);
        found.sort(by(Event.Attempt::sent));
        return new Attempts(found);
    }

    /** Orders entries of attempts by one of their times. */
    static Comparator<Entry> by(ToLongFunction<Event.Attempt> time) {
        return Comparator.comparingLong(entry -> time.applyAsLong(attempt(entry)));
    }

    /** Gives the attempt of an entry that is known to hold one. */
    static Event.Attempt attempt(Entry entry) {
        return (Event.Attempt) entry.event();
    }

    int size() {
        return bySent.size();
    }

    Event.Attempt get(int position) {
        return attempt(bySent.get(position));
    }

    /** Gives the index in the journal of the attempt at a position. */
    long index(int position) {
        return bySent.get(position).index();
    }

    /** Gives the served ones as entries, in the order in which they were sent. */
    List<Entry> served() {
        return bySent.stream().filter(entry -> attempt(entry).ok()).toList();
    }

    /** Gives all as they are, in the order in which they were sent. */
    List<Event.Attempt> list() {
        return bySent.stream().map(Attempts::attempt).toList();
    }

    /**
     * Gives the position of the first attempt sent at or after an instant; {@link #size} where
     * there is none.
     */
    int firstSentFrom(long nanos) {
        int low = 0;
        int high = bySent.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (get(middle).sent() < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Gives how many were sent in {@code [from, until)}. */
    int sentIn(long from, long until) {
        return Math.max(0, firstSentFrom(until) - firstSentFrom(from));
    }

    /** Gives when the last one was sent; {@link Long#MIN_VALUE} where there is none. */
    long lastSent() {
        return bySent.isEmpty() ? Long.MIN_VALUE : get(size() - 1).sent();
    }
}
