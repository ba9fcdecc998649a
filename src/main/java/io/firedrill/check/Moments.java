package io.firedrill.check;

import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.journal.Phase;

import java.util.List;
import java.util.OptionalLong;

/** When the parts of a drill's life began, by the stamps of their journal entries. */
public final class Moments {
    private final List<Entry> entries;
    private final List<Entry> rare;

    private Moments(SortedJournal journal) {
        this.entries = journal.entries();
        this.rare = journal.rare();
    }

    /** Prepares to read a journal. */
    public static Moments of(Journal journal) {
        return new Moments(SortedJournal.of(journal));
    }

    /** Gives when a phase was entered first. */
    public OptionalLong entered(Phase phase) {
        return rare.stream()
                .filter(entry -> entry.event() instanceof Event.PhaseEntered entered
                        && entered.phase() == phase)
                .mapToLong(Entry::nanos)
                .findFirst();
    }

    /** Gives when the baseline was judged. */
    public OptionalLong baselineJudged() {
        return rare.stream()
                .filter(entry -> entry.event() instanceof Event.BaselineJudged)
                .mapToLong(Entry::nanos)
                .findFirst();
    }

    /** Gives the stamp of the first entry; 0 where there is none. */
    public long begin() {
        return entries.isEmpty() ? 0 : entries.get(0).nanos();
    }

    /** Gives the stamp of the last entry; 0 where there is none. */
    public long end() {
        return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).nanos();
    }

    /** Gives until when the system was being observed: then it was taken down. */
    public long observedUntil() {
        return entered(Phase.CLOSE).orElse(end());
    }
}
