package io.firedrill.check;

import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Ternary;
import io.firedrill.journal.Holders;
import io.firedrill.scenario.SystemSpec;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who holds the roles that one component can hold, as the answers say one after the other. */
final class Roles {
    private final String component;
    private final long fault;
    private final Map<String, Holders> roles = new TreeMap<>();
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
                .forEach(role -> roles.put(role.name(), new Holders()));
    }

    /** Takes in an answer; says whether it was about one of these roles. */
    boolean apply(Event.RoleAnswered answer) {
        Holders role = roles.get(answer.role());
        if (role == null) {
            return false;
        }
        role.apply(answer);
        if (answer.holds() == Ternary.YES && answer.begin() > fault) {
            heldSince.add(answer.role());
        }
        return true;
    }

    /** Says whether the component answers for each role, and each is held by exactly one. */
    boolean settled() {
        return roles.values().stream().allMatch(role -> role.settled(component));
    }

    /** Says whether a role without a holder, unheld since the fault, is all that is missing. */
    boolean orphaned() {
        return !settled()
                && roles.entrySet().stream()
                        .allMatch(role -> role.getValue().settled(component)
                                || orphaned(role.getKey(), role.getValue()));
    }

    private boolean orphaned(String name, Holders role) {
        return role.answering(component) && role.all().isEmpty() && !heldSince.contains(name);
    }

    /** Says what is not as it should be with the first role that is not. */
    String missing() {
        for (Map.Entry<String, Holders> role : roles.entrySet()) {
            Set<String> holders = role.getValue().all();
            if (!role.getValue().answering(component)) {
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
        roles.forEach((name, role) -> {
            boolean holds = role.all().contains(component);
            draft.detail(
                    "role " + name,
                    component + (holds ? " holds it" : " does not hold it") + "; holders: "
                            + role.all());
        });
    }
}
