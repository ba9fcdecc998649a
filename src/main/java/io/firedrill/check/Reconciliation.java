package io.firedrill.check;

import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.journal.Ledger;
import io.firedrill.journal.Ledger.Fate;
import io.firedrill.journal.Ledger.Write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the writes of one journey (MEASURING.md), by their ids. */
final class Reconciliation {
    private final List<Write> told;
    private final Map<String, Fate> fates = new HashMap<>();
    private final Map<String, Asked> asked = new TreeMap<>();
    private final List<String> lost = new ArrayList<>();
    private final List<String> unasked = new ArrayList<>();
    private final List<String> recovered = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();
    private final List<String> duplicated = new ArrayList<>();

    private record Asked(int count, long index) {}

    private Reconciliation(Ledger ledger, String journey) {
        told = ledger.of(journey, Fate.TOLD).stream()
                .sorted(Comparator.comparingLong(Write::known))
                .toList();
        ledger.writes().stream()
                .filter(write -> write.journey().equals(journey))
                .forEach(write -> fates.put(write.id(), write.fate()));
    }

    /** Reads a journey's writes from the journal. */
    static Reconciliation of(Journal journal, String journey) {
        Reconciliation found = new Reconciliation(Ledger.of(journal), journey);
        for (Entry entry : journal.entries()) {
            if (entry.event() instanceof Event.WriteReconciled answer
                    && answer.journey().equals(journey)) {
                found.asked.put(answer.write(), new Asked(answer.count(), entry.index()));
            }
        }
        found.sortOut();
        return found;
    }

    private void sortOut() {
        for (Write write : told) {
            Asked answer = asked.get(write.id());
            if (answer == null || answer.count() < 0) {
                unasked.add(write.id());
            } else if (answer.count() == 0) {
                lost.add(write.id());
            }
        }
        asked.forEach((write, answer) -> {
            if (answer.count() > 1) {
                duplicated.add(write);
            }
            if (answer.count() > 0) {
                there(write);
            }
        });
    }

    private void there(String write) {
        Fate fate = fates.getOrDefault(write, Fate.FAILED);
        if (fate == Fate.UNKNOWN) {
            recovered.add(write);
        } else if (fate == Fate.FAILED) {
            unexpected.add(write);
        }
    }

    /** Names so many of some writes, and how many more there are. */
    static String listed(Collection<String> ids, int most) {
        if (ids.isEmpty()) {
            return "none";
        }
        String some = String.join(", ", ids.stream().limit(most).toList());
        return ids.size() > most ? some + " and " + (ids.size() - most) + " more" : some;
    }

    /** Gives those that were told, in the order in which they were told. */
    List<Write> acknowledged() {
        return told;
    }

    int told() {
        return told.size();
    }

    /** Gives how many writes customers had been told of by an instant. */
    long toldBefore(long nanos) {
        return told.stream().filter(write -> write.known() <= nanos).count();
    }

    /** Gives those that were told and are not there, in the order in which they were told. */
    List<String> lost() {
        return lost;
    }

    /**
     * Gives those that were told and of which nobody knows, in the order in which they were told.
     */
    List<String> unasked() {
        return unasked;
    }

    /** Gives those of which customers did not know, and that are there. */
    List<String> recovered() {
        return recovered;
    }

    /** Gives those that are there though no attempt can have written them. */
    List<String> unexpected() {
        return unexpected;
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
        if (lost.isEmpty()) {
            return 0;
        }
        long newest = told.get(0).known();
        for (Write write : told) {
            if (write.id().equals(lost.get(0))) {
                break;
            }
            newest = write.known();
        }
        return Math.max(0, fault - newest);
    }
}
