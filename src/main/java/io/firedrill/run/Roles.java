package io.firedrill.run;

import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Ternary;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.SystemSpec;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who holds which role, replayed from the journal. */
final class Roles {
    private final Scenario scenario;
    private final Journal journal;

    Roles(Scenario scenario, Journal journal) {
        this.scenario = scenario;
        this.journal = journal;
    }

    /** Gives the last answer of each component that was asked, up to a moment. */
    Map<String, Ternary> answers(String role, long until) {
        Map<String, Ternary> answers = new TreeMap<>();
        journal.all(Event.RoleAnswered.class)
                .filter(answer -> answer.role().equals(role) && answer.end() <= until)
                .forEach(answer -> answers.put(answer.component(), answer.holds()));
        return answers;
    }

    /** Names the components that said yes. */
    Set<String> holders(String role, long until) {
        Set<String> holders = new TreeSet<>();
        answers(role, until).forEach((component, holds) -> {
            if (holds == Ternary.YES) {
                holders.add(component);
            }
        });
        return holders;
    }

    /** Says whether somebody holds the role who did not hold it at that moment. */
    boolean moved(String role, long since, long now) {
        Set<String> before = holders(role, since);
        return holders(role, now).stream().anyMatch(holder -> !before.contains(holder));
    }

    /**
     * Says whether each role that a component may hold has one holder, and the component knows its
     * own.
     */
    boolean settled(String component, long now) {
        return scenario.system().roles().values().stream()
                .filter(role -> role.among().contains(component))
                .allMatch(role -> settled(role, component, now));
    }

    private boolean settled(SystemSpec.Role role, String component, long now) {
        Ternary own = answers(role.name(), now).getOrDefault(component, Ternary.UNKNOWN);
        return own != Ternary.UNKNOWN && holders(role.name(), now).size() == 1;
    }

    /** Says whether every role has exactly one holder. */
    boolean allHeld(long now) {
        return scenario.system().roles().keySet().stream()
                .allMatch(role -> holders(role, now).size() == 1);
    }
}
