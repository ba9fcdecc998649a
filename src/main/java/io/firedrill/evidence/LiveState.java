package io.firedrill.evidence;

import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Where a running drill stands, read from its journal bit by bit. Used by one thread. */
final class LiveState {
    private static final long WINDOW = Duration.ofSeconds(3).toNanos();

    private final Journal journal;
    private final Map<String, String> faults = new LinkedHashMap<>();
    private final Deque<Sample> samples = new ArrayDeque<>();
    private int read;
    private int served;
    private String phase = "waiting";

    private record Sample(long nanos, boolean ok) {}

    LiveState(Journal journal) {
        this.journal = journal;
    }

    /** Reads on, and gives a line for each change worth one. */
    List<String> readOn() {
        List<String> changes = new ArrayList<>();
        List<Entry> entries = journal.entries();
        for (Entry entry : entries.subList(read, entries.size())) {
            take(entry, changes);
        }
        read = entries.size();
        return changes;
    }

    private void take(Entry entry, List<String> changes) {
        Event event = entry.event();
        if (event instanceof Event.Attempt attempt) {
            count(entry.nanos(), attempt);
        } else if (event instanceof Event.PhaseEntered entered) {
            phase = entered.phase().name().toLowerCase(Locale.ROOT);
            changes.add(phase + (entered.why().isEmpty() ? "" : ": " + entered.why()));
        } else if (event instanceof Event.FaultIntended fault) {
            faults.put(
                    fault.called(),
                    fault.called() + " (" + fault.fault() + " " + fault.resolved() + ")");
        } else if (event instanceof Event.FaultHealed healed) {
            faults.remove(healed.called());
        }
        boolean worth = event instanceof Event.FaultApplied
                || event instanceof Event.FaultHealed
                || event instanceof Event.PersonAsked
                || EventText.wrong(event);
        if (worth) {
            EventText.of(event).ifPresent(changes::add);
        }
    }

    private void count(long nanos, Event.Attempt attempt) {
        if (attempt.journey().equals(Event.Attempt.CONTROL)) {
            return;
        }
        samples.addLast(new Sample(nanos, attempt.ok()));
        served += attempt.ok() ? 1 : 0;
        while (nanos - samples.getFirst().nanos() > WINDOW) {
            served -= samples.removeFirst().ok() ? 1 : 0;
        }
    }

    /** Gives the phase in small letters, or that it waits for its turn. */
    String phase() {
        return phase;
    }

    /** Gives the share served over the last three seconds, where anybody came. */
    OptionalDouble share() {
        return samples.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) served / samples.size());
    }

    /** Names the faults that are on. */
    String faults() {
        return String.join(", ", faults.values());
    }
}
