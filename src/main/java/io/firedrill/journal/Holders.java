package io.firedrill.journal;

import io.firedrill.journal.Event.Ternary;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who holds one role, as the components' answers say one after the other. */
public final class Holders {
    private final Map<String, Ternary> answers = new TreeMap<>();

    /** Takes in the next answer about the role. */
    public void apply(Event.RoleAnswered answer) {
        answers.put(answer.component(), answer.holds());
    }

    /** Names the components whose last answer was yes. */
    public SortedSet<String> all() {
        SortedSet<String> holders = new TreeSet<>();
        answers.forEach((component, holds) -> {
            if (holds == Ternary.YES) {
                holders.add(component);
            }
        });
        return holders;
    }

    /** Says whether a component's last answer was yes or no. */
    public boolean answering(String component) {
        return answers.getOrDefault(component, Ternary.UNKNOWN) != Ternary.UNKNOWN;
    }

    /** Says whether a component knows whether it holds the role, and exactly one does. */
    public boolean settled(String component) {
        return answering(component) && all().size() == 1;
    }
}
