package io.firedrill.topology;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which components are out of reach of one another.
 *
 * @param alone those that reach nobody and are reached by nobody, customers included
 * @param groups members of different groups do not reach each other; who is in none reaches all
 */
public record Separation(Set<String> alone, List<Set<String>> groups) {
    /** Copies both. */
    public Separation {
        alone = Set.copyOf(alone);
        groups = groups.stream().map(Set::copyOf).toList();
    }

    /** Takes each of some components off all its networks. */
    public static Separation of(Set<String> alone) {
        return new Separation(alone, List.of());
    }

    /** Parts groups. */
    public static Separation between(List<Set<String>> groups) {
        return new Separation(Set.of(), groups);
    }

    /** Says whether nothing may pass between two of them, in either direction. */
    public boolean parts(String one, String other) {
        boolean isAlone = alone.contains(one) || alone.contains(other);
        return !one.equals(other) && (isAlone || apart(one, other));
    }

    /** Says whether they are in different groups. */
    public boolean apart(String one, String other) {
        return groups.stream().anyMatch(group -> group.contains(one) && !group.contains(other))
                && groups.stream().anyMatch(group -> group.contains(other) && !group.contains(one));
    }

    /** Names those that it is about, sorted. */
    public Set<String> named() {
        Set<String> named = new TreeSet<>(alone);
        groups.forEach(named::addAll);
        return named;
    }
}
