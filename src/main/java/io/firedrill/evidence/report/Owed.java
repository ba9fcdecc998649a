package io.firedrill.evidence.report;

import io.firedrill.journal.Event;
import io.firedrill.journal.Ledger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes of one fate that somebody must be told of, or paid for.
 *
 * @param what what became of them
 * @param ids in the order in which they were first tried
 */
record Owed(String what, List<String> ids) {
    /** How many ids the report shows; the journal has all. */
    static final int SHOWN = 100;

    private static final int NEVER_ASKED = -1;

    private enum Fate {
        LOST("lost, though the customer was told it is safe"),
        TWICE("booked more than once"),
        SILENT("booked, though the customer was never told"),
        OPEN("not known whether it was booked"),
        REFUSED("not booked, and the customer was told of no success");

        private final String words;

        Fate(String words) {
            this.words = words;
        }
    }

    /** Gives those that there are, the worst first. */
    static List<Owed> of(Material material) {
        Map<List<String>, Integer> there = new HashMap<>();
        material.events(Event.WriteReconciled.class)
                .forEach(
                        asked -> there.put(List.of(asked.journey(), asked.write()), asked.count()));
        Map<Fate, List<String>> ids = new EnumMap<>(Fate.class);
        for (Ledger.Write write : Ledger.of(material.drill().journal()).writes()) {
            int count = there.getOrDefault(List.of(write.journey(), write.id()), NEVER_ASKED);
            fate(write.fate() == Ledger.Fate.TOLD, count)
                    .ifPresent(fate ->
                            ids.computeIfAbsent(fate, any -> new ArrayList<>()).add(write.id()));
        }
        return ids.entrySet().stream()
                .map(found -> new Owed(found.getKey().words, List.copyOf(found.getValue())))
                .toList();
    }

    /** What nobody could ask for is open. */
    private static Optional<Fate> fate(boolean told, int count) {
        if (count > 1) {
            return Optional.of(Fate.TWICE);
        }
        if (told) {
            return count == 0 ? Optional.of(Fate.LOST) : told(count);
        }
        return Optional.of(
                switch (count) {
                    case 0 -> Fate.REFUSED;
                    case 1 -> Fate.SILENT;
                    default -> Fate.OPEN;
                });
    }

    private static Optional<Fate> told(int count) {
        return count < 0 ? Optional.of(Fate.OPEN) : Optional.empty();
    }

    /** Gives the ids as far as they are shown. */
    String listed() {
        String all = String.join(", ", ids.subList(0, Math.min(SHOWN, ids.size())));
        return ids.size() > SHOWN ? all + " and " + (ids.size() - SHOWN) + " more" : all;
    }
}
