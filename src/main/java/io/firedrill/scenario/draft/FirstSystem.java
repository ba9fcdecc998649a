package io.firedrill.scenario.draft;

import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the first {@code system.yaml}. */
record FirstSystem(
        String name,
        List<String> compose,
        FirstEntries entries,
        FirstLinks links,
        FirstJourney journey) {

    /** Gives what somebody has to look at. */
    List<String> guesses() {
        List<String> guesses = new ArrayList<>();
        entries.entries()
                .forEach((entry, place) -> guesses.add(
                        "entry " + entry + ": " + place.value() + " (" + place.why() + ")"));
        links.links().stream()
                .filter(link -> !link.sure())
                .forEach(link -> guesses.add("link " + link.value() + " (" + link.why() + ")"));
        journey.path()
                .ifPresent(path -> guesses.add(
                        "journey visit: get " + path.value() + " (" + path.why() + ")"));
        return guesses;
    }

    /** Gives the file; what is open stands at its head. */
    String text(List<String> open) {
        Lines lines = new Lines();
        lines.add("# yaml-language-server: $schema=.firedrill/system.schema.json")
                .add("# A first draft by 'init': what Firedrill must know of this system.")
                .add("# '# guess' marks what you should look at.");
        open.forEach(it -> lines.add("# not found out: " + it));
        lines.add("system: " + name, "the name of this folder")
                .add("title: " + name, "guess: its name for readers of reports")
                .add("compose: " + (compose.size() == 1 ? compose.get(0) : compose));
        entries(lines);
        links(lines);
        roles(lines);
        journeys(lines);
        return lines.text();
    }

    private void entries(Lines lines) {
        lines.add("entries:" + (entries.entries().isEmpty() ? " {}" : ""));
        for (Map.Entry<String, Guessed<Endpoint>> entry : entries.entries().entrySet()) {
            lines.add(
                    "  " + entry.getKey() + ": \"" + entry.getValue().value() + "\"",
                    entry.getValue().comment());
        }
    }

    private void links(Lines lines) {
        if (!links.links().isEmpty()) {
            lines.add("links:");
            for (Guessed<Link> link : links.links()) {
                lines.add("  - \"" + link.value() + "\"", link.comment());
            }
        }
    }

    private static void roles(Lines lines) {
        lines.add("# roles:", "who of several is the primary now? Faults can be aimed at the role:")
                .add("#   primary: {among: [db1, db2], ask: [a, command, whose, exit code 0, says,"
                        + " yes]}");
    }

    private void journeys(Lines lines) {
        if (journey.path().isEmpty()) {
            return;
        }
        Guessed<String> path = journey.path().get();
        lines.add("journeys:")
                .add("  visit:")
                .add("    entry: " + journey.entry())
                .add("    deadline: 2s", "guess: how long a customer waits at most")
                .add("    do:")
                .add("      - get: " + path.value(), path.comment())
                .add("        expect: {status: 200}");
    }
}
