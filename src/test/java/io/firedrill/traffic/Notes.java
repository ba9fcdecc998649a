package io.firedrill.traffic;

import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.journal.Recorder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A journal in memory. */
final class Notes implements Recorder, Journal {
    private final List<Entry> entries = new ArrayList<>();

    @Override
    public synchronized void record(String actor, Event event) {
        entries.add(new Entry(entries.size(), 0, Instant.EPOCH, actor, event));
    }

    @Override
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    List<Event.Attempt> attempts(String journey) {
        return all(Event.Attempt.class)
                .filter(attempt -> attempt.journey().equals(journey))
                .toList();
    }
}
