package io.firedrill.check;

import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of the writes of one journey: ids in the order in which customers were told. */
final class Ledger {
    private final Map<String, Told> told = new LinkedHashMap<>();
    private final Map<String, Asked> asked = new HashMap<>();
    private final List<String> lost = new ArrayList<>();
    private final List<String> unasked = new ArrayList<>();
    private final List<String> recovered = new ArrayList<>();
    private final List<String> duplicated = new ArrayList<>();

    private record Told(long when, long index) {}

    private record Asked(int count, long index) {}

    private Ledger() {}

    /** Reads a journey's writes from the journal. */
    static Ledger of(Journal journal, String journey) {
        Ledger ledger = new Ledger();
        for (Entry entry : journal.entries()) {
            if (entry.event() instanceof Event.Attempt attempt
                    && attempt.journey().equals(journey)) {
                ledger.attempted(entry.index(), attempt);
            } else if (entry.event() instanceof Event.WriteReconciled found
                    && found.journey().equals(journey)) {
                ledger.asked.put(found.write(), new Asked(found.count(), entry.index()));
            }
        }
        ledger.sortOut();
        return ledger;
    }

    private void attempted(long index, Event.Attempt attempt) {
        @Nullable String write = attempt.write();
        if (write == null || !attempt.told()) {
            return;
        }
        Told now = new Told(attempt.end(), index);
        told.merge(write, now, (one, other) -> one.when() <= other.when() ? one : other);
    }

    private void sortOut() {
        for (String write : told.keySet()) {
            Asked answer = asked.get(write);
            if (answer == null || answer.count() < 0) {
                unasked.add(write);
            } else if (answer.count() == 0) {
                lost.add(write);
            }
        }
        asked.forEach((write, answer) -> {
            if (answer.count() > 1) {
                duplicated.add(write);
            }
            if (answer.count() > 0 && !told.containsKey(write)) {
                recovered.add(write);
            }
        });
        duplicated.sort(null);
        recovered.sort(null);
    }

    int told() {
        return told.size();
    }

    /** Gives how many writes customers had been told of by an instant. */
    long toldBefore(long nanos) {
        return told.values().stream().filter(write -> write.when() <= nanos).count();
    }

    /** Gives those that were told and are not there. */
    List<String> lost() {
        return lost;
    }

    /** Gives those that were told and of which nobody knows. */
    List<String> unasked() {
        return unasked;
    }

    /** Gives those that nobody was told of and that are there. */
    List<String> recovered() {
        return recovered;
    }

    /** Gives those that are there more than once. */
    List<String> duplicated() {
        return duplicated;
    }

    /** Gives the journal indexes of the answers for some writes. */
    List<Long> eventsOf(Collection<String> writes) {
        return writes.stream().map(asked::get).map(Asked::index).toList();
    }

    /**
     * Gives the recovery point, in nanoseconds before the fault: max(0, fault - time of the newest
     * write up to which all acknowledged writes survive) (MEASURING.md). Where not even the oldest
     * survived it is the time since that one was told.
     */
    long recoveryPoint(long fault) {
        List<Map.Entry<String, Told>> byTime = new ArrayList<>(told.entrySet());
        byTime.sort(
                Map.Entry.comparingByValue((one, other) -> Long.compare(one.when(), other.when())));
        Set<String> gone = Set.copyOf(lost);
        long newest = byTime.isEmpty() ? fault : byTime.get(0).getValue().when();
        for (Map.Entry<String, Told> write : byTime) {
            if (gone.contains(write.getKey())) {
                break;
            }
            newest = write.getValue().when();
        }
        return gone.isEmpty() ? 0 : Math.max(0, fault - newest);
    }
}
