package io.firedrill.check;

import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Ternary;
import io.firedrill.scenario.SystemSpec;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who holds the roles that one component can hold, as the answers say one after the other. */
final class Roles {
    private final String component;
    private final long fault;
    private final Map<String, Map<String, Ternary>> answers = new TreeMap<>();
    private final Set<String> heldSince = new HashSet<>();

    /**
     * Begins without an answer.
     *
     * @param fault when the first fault was applied
     */
    Roles(String component, SystemSpec system, long fault) {
        this.component = component;
        this.fault = fault;
        system.roles().values().stream()
                .filter(role -> role.among().contains(component))
                .forEach(role -> answers.put(role.name(), new TreeMap<>()));
    }

    /** Takes in an answer; says whether it was about one of these roles. */
    boolean apply(Event.RoleAnswered answer) {
        Map<String, Ternary> role = answers.get(answer.role());
        if (role == null) {
            return false;
        }
        role.put(answer.component(), answer.holds());
        if (answer.holds() == Ternary.YES && answer.begin() > fault) {
            heldSince.add(answer.role());
        }
        return true;
    }

    /** Says whether the component answers for each role, and each is held by exactly one. */
    boolean settled() {
        return answers.values().stream()
                .allMatch(role -> answering(role) && holders(role).size() == 1);
    }

    /** Says whether a role without a holder, unheld since the fault, is all that is missing. */
    boolean orphaned() {
        boolean left = false;
        for (Map.Entry<String, Map<String, Ternary>> role : answers.entrySet()) {
            boolean empty =
                    holders(role.getValue()).isEmpty() && !heldSince.contains(role.getKey());
            boolean fine = holders(role.getValue()).size() == 1;
            if (!answering(role.getValue()) || !(empty || fine)) {
                return false;
            }
            left |= empty;
        }
        return left;
    }

    /** Says what is not as it should be with the first role that is not. */
    String missing() {
        for (Map.Entry<String, Map<String, Ternary>> role : answers.entrySet()) {
            List<String> holders = holders(role.getValue());
            if (!answering(role.getValue())) {
                return component + " does not answer whether it is " + role.getKey();
            } else if (holders.isEmpty()) {
                return "no component is " + role.getKey();
            } else if (holders.size() > 1) {
                return String.join(" and ", holders) + " are " + role.getKey() + " at once";
            }
        }
        return component + " is in its place";
    }

    /** Writes who holds each role, and what the component is now. */
    void tell(Draft draft) {
        answers.forEach((name, role) -> {
            boolean holds = role.get(component) == Ternary.YES;
            draft.detail(
                    "role " + name,
                    (holds ? component + " holds it" : component + " does not hold it")
                            + "; holders: "
                            + holders(role).stream().collect(Collectors.joining(", ", "[", "]")));
        });
    }

    private boolean answering(Map<String, Ternary> role) {
        Ternary own = role.getOrDefault(component, Ternary.UNKNOWN);
        return own != Ternary.UNKNOWN;
    }

    private static List<String> holders(Map<String, Ternary> role) {
        return role.entrySet().stream()
                .filter(answer -> answer.getValue() == Ternary.YES)
                .map(Map.Entry::getKey)
                .toList();
    }
}
