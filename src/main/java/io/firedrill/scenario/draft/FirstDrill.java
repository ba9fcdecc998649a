package io.firedrill.scenario.draft;

import io.firedrill.scenario.ComposeOutline.Part;
import io.firedrill.scenario.Link;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The first drill: the process of a component that the entry depends on dies.
 *
 * @param name of its file without {@code .yaml}; empty where there is nothing to break
 */
record FirstDrill(String name, String text, List<String> guesses) {

    /** Writes it. */
    static FirstDrill of(Surroundings around, FirstEntries entries, FirstLinks links) {
        Optional<String> entry = entries.entries().values().stream()
                .findFirst()
                .map(place -> place.value().component());
        return entry.map(it -> drill(around, it, links)).orElse(new FirstDrill("", "", List.of()));
    }

    private static FirstDrill drill(Surroundings around, String entry, FirstLinks links) {
        String service = reached(entry, links).stream().findFirst().orElse(entry);
        Optional<Part> part = Optional.ofNullable(around.outline().parts().get(service));
        String restart = part.map(Part::restart).orElse("");
        int replicas = part.map(Part::replicas).orElse(1);
        String victim = replicas > 1 ? service + "-1" : service;
        String why = why(service, entry, replicas);
        return new FirstDrill(
                victim + "-crashed",
                text(victim, why, restart),
                List.of(
                        "the drill crashes " + victim + " (" + why + ")",
                        "5 customers a second; 90 % of them served,"
                                + " all of them again within 30 s"));
    }

    private static String why(String service, String entry, int replicas) {
        String which = service.equals(entry)
                ? "nothing behind the entry is known"
                : entry + " depends on " + (replicas > 1 ? service : "it");
        return which + (replicas > 1 ? ", of which it is one of " + replicas : "");
    }

    /** Whom the entry needs, the nearest first. */
    private static Set<String> reached(String entry, FirstLinks links) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(entry));
        while (!next.isEmpty()) {
            String consumer = next.poll();
            for (Guessed<Link> link : links.links()) {
                String provider = link.value().provider().component();
                if (link.value().consumer().equals(consumer)
                        && !provider.equals(entry)
                        && reached.add(provider)) {
                    next.add(provider);
                }
            }
        }
        return reached;
    }

    private static String text(String victim, String why, String restart) {
        boolean again = !restart.isEmpty() && !restart.equals("no");
        String policy = again
                ? "its restart policy is '" + restart + "'"
                : "it has no restart policy, so it stays dead until the heal";
        return new Lines()
                .add("# yaml-language-server: $schema=.firedrill/drill.schema.json")
                .add("# A first draft by 'init'; 'explain' says in plain words what it does.")
                .add("drill: The process of " + victim + " dies while customers visit")
                .add("customers: {visit: 5/s}", "guess: how many set out")
                .add("baseline: {for: 5s, at-most: 0 failures}")
                .add("steps:")
                .add(
                        "  - inject: {crash: " + victim + ", called: crashed " + victim + "}",
                        "guess: " + why)
                .add("  - when: {recovered: visit, held: 5s}", policy)
                .add("    heal: crashed " + victim)
                .add("objectives:")
                .add(
                        "  - recovery: {of: visit, within: 30s}",
                        "guess: what does your continuity plan promise?")
                .add("  - availability: {of: visit, at-least: 90%, window: 30s}", "guess")
                .add("limit: 3m")
                .text();
    }
}
