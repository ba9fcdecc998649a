package io.firedrill.check;

import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A journal that was read through once for all checks: nearly all of its entries are attempts, and
 * most checks look for what is none. Used by one thread.
 */
final class SortedJournal implements Journal {
    private final List<Entry> entries;
    private final List<Entry> rare = new ArrayList<>();
    private final Map<String, List<Entry>> attempts = new HashMap<>();
    private final Map<String, Attempts> sorted = new HashMap<>();

    private SortedJournal(List<Entry> entries) {
        this.entries = entries;
        for (Entry entry : entries) {
            if (entry.event() instanceof Event.Attempt attempt) {
                attempts.computeIfAbsent(attempt.journey(), any -> new ArrayList<>())
                        .add(entry);
            } else {
                rare.add(entry);
            }
        }
    }

    /** Sorts a journal, unless it is sorted already. */
    static SortedJournal of(Journal journal) {
        return journal instanceof SortedJournal sorted
                ? sorted
                : new SortedJournal(journal.entries());
    }

    @Override
    public List<Entry> entries() {
        return entries;
    }

    /** Gives the entries that are no attempts, in order. */
    List<Entry> rare() {
        return rare;
    }

    /** Gives the attempts of a journey. */
    Attempts attempts(String journey) {
        return sorted.computeIfAbsent(
                journey, name -> Attempts.sorted(attempts.getOrDefault(name, List.of())));
    }

    @Override
    public <E extends Event> Stream<E> all(Class<E> type) {
        List<Entry> some = type.isAssignableFrom(Event.Attempt.class) ? entries : rare;
        return some.stream().map(Entry::event).filter(type::isInstance).map(type::cast);
    }
}
