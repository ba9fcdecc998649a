package io.firedrill.journal;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The writes of all customers, each with what the customer knows of it after the last repeat.
 *
 * @param writes told first, then unknown, then failed; within each in the order of the journal
 */
public record Ledger(List<Write> writes) {

    /** What the customer knows of a write. */
    public enum Fate {
        /** It was acknowledged at least once: safe. */
        TOLD,
        /** It was never acknowledged, and at least one attempt may have written it. */
        UNKNOWN,
        /** No attempt can have written it. */
        FAILED
    }

    /**
     * One write.
     *
     * @param number number of the attempt that first made it
     * @param known when the customer first knew of this fate, nanoseconds of the drill's clock
     */
    public record Write(String journey, String id, String who, long number, Fate fate, long known) {
        private Write and(Write further) {
            int better = further.fate.compareTo(fate);
            boolean news = better < 0 || better == 0 && further.known < known;
            return news ? new Write(journey, id, who, number, further.fate, further.known) : this;
        }
    }

    private record Key(String journey, String id) {}

    /** Copies the writes, sorted. */
    public Ledger {
        writes = writes.stream().sorted(Comparator.comparing(Write::fate)).toList();
    }

    /** Draws the ledger up from the attempts of a journal. */
    public static Ledger of(Journal journal) {
        Map<Key, Write> writes = new LinkedHashMap<>();
        journal.all(Event.Attempt.class).forEach(attempt -> enter(attempt, writes));
        return new Ledger(List.copyOf(writes.values()));
    }

    private static void enter(Event.Attempt attempt, Map<Key, Write> writes) {
        String id = attempt.write();
        if (id != null) {
            Write write = new Write(
                    attempt.journey(),
                    id,
                    attempt.who(),
                    attempt.number(),
                    fate(attempt),
                    attempt.end());
            writes.merge(new Key(attempt.journey(), id), write, Write::and);
        }
    }

    private static Fate fate(Event.Attempt attempt) {
        if (attempt.told()) {
            return Fate.TOLD;
        }
        return switch (attempt.outcome()) {
            case OK, UNKNOWN -> Fate.UNKNOWN;
            case FAILED -> Fate.FAILED;
        };
    }

    /** Gives the writes of a journey with that fate. */
    public List<Write> of(String journey, Fate fate) {
        return writes.stream()
                .filter(write -> write.journey().equals(journey) && write.fate() == fate)
                .toList();
    }
}
