package io.firedrill.run;

import io.firedrill.journal.Event;
import io.firedrill.journal.Holders;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Scenario;

import java.util.Set;

/** Who holds which role, replayed from the journal. */
final class Roles {
    private final Scenario scenario;
    private final Journal journal;

    Roles(Scenario scenario, Journal journal) {
        this.scenario = scenario;
        this.journal = journal;
    }

    /** Names the components whose last answer up to a moment was yes. */
    Set<String> holders(String role, long until) {
        return replay(role, until).all();
    }

    private Holders replay(String role, long until) {
        Holders holders = new Holders();
        journal.all(Event.RoleAnswered.class)
                .filter(answer -> answer.role().equals(role) && answer.end() <= until)
                .forEach(holders::apply);
        return holders;
    }

    /** Says whether somebody holds the role who did not hold it at that moment. */
    boolean moved(String role, long since, long now) {
        Set<String> before = holders(role, since);
        return holders(role, now).stream().anyMatch(holder -> !before.contains(holder));
    }

    /** Says whether the role has the one holder that it had at that moment. */
    boolean back(String role, long since, long now) {
        Set<String> before = holders(role, since);
        return before.size() == 1 && holders(role, now).equals(before);
    }

    /**
     * Says whether each role that a component may hold has one holder, and the component knows its
     * own.
     */
    boolean settled(String component, long now) {
        return scenario.system().roles().values().stream()
                .filter(role -> role.among().contains(component))
                .allMatch(role -> replay(role.name(), now).settled(component));
    }

    /** Says whether every role has exactly one holder. */
    boolean allHeld(long now) {
        return scenario.system().roles().keySet().stream()
                .allMatch(role -> holders(role, now).size() == 1);
    }
}
