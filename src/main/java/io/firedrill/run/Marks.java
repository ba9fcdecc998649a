package io.firedrill.run;

import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Struck;

import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Set;

/** Where a journal stands with its faults; nanoseconds of the drill's clock. */
final class Marks {
    private Marks() {}

    static OptionalLong firstFault(Journal journal) {
        return journal.all(Event.FaultApplied.class)
                .mapToLong(Event.FaultApplied::end)
                .min();
    }

    static OptionalLong lastFault(Journal journal) {
        return journal.all(Event.FaultApplied.class)
                .mapToLong(Event.FaultApplied::end)
                .max();
    }

    static OptionalLong lastHeal(Journal journal) {
        return journal.all(Event.FaultHealed.class)
                .mapToLong(Event.FaultHealed::end)
                .max();
    }

    /** Names the faults that were intended and are not healed, in the order of their injection. */
    static Set<String> open(Journal journal) {
        Set<String> open = new LinkedHashSet<>();
        journal.all(Event.FaultIntended.class).forEach(fault -> open.add(fault.called()));
        journal.all(Event.FaultHealed.class).forEach(fault -> open.remove(fault.called()));
        return open;
    }

    /** Says when a step began to ask people; empty where it has not. */
    static OptionalLong asked(String called, Journal journal) {
        return journal.all(Event.PersonAsked.class)
                .filter(asked -> asked.called().equals(called))
                .mapToLong(Event.PersonAsked::at)
                .min();
    }

    /** Says whether all that a step asks of people was answered. */
    static boolean answered(String called, Journal journal) {
        return journal.all(Event.AskingEnded.class)
                .anyMatch(ended -> ended.complete() && ended.called().equals(called));
    }

    /**
     * Gives the component that a name stands for: the target of the fault of that name, or itself.
     */
    static String component(String name, Journal journal) {
        return journal.all(Event.FaultIntended.class)
                .filter(fault -> fault.called().equals(name))
                .map(fault -> Struck.first(fault.resolved()))
                .findFirst()
                .orElse(name);
    }
}
