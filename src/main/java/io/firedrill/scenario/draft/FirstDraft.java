package io.firedrill.scenario.draft;

import io.firedrill.scenario.ComposeOutline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The first files for a system: what Firedrill must know of it, and one drill.
 *
 * @param system the text of its {@code system.yaml}
 * @param drillName the name of the drill, without {@code .yaml}; empty where none could be written
 * @param drill the text of the drill's file
 * @param guesses what somebody has to look at, one line each
 * @param open what could not be found out, each with what to do
 */
public record FirstDraft(
        String system, String drillName, String drill, List<String> guesses, List<String> open) {

    /**
     * Drafts them.
     *
     * @param name the system's name: that of its folder
     * @param compose names of its Compose files, from its folder
     */
    public static FirstDraft of(String name, List<String> compose, ComposeOutline outline) {
        Surroundings around = new Surroundings(outline);
        FirstLinks links = FirstLinks.of(around);
        FirstEntries entries = FirstEntries.of(around, links);
        FirstJourney journey = FirstJourney.of(entries, outline);
        List<String> open = new ArrayList<>();
        open.addAll(entries.open());
        open.addAll(journey.open());
        open.addAll(links.open());
        open.addAll(elsewhere(outline));
        FirstSystem system = new FirstSystem(name, compose, entries, links, journey);
        FirstDrill drill = FirstDrill.of(around, entries, links);
        return new FirstDraft(
                system.text(open),
                drill.name(),
                drill.text(),
                Stream.concat(system.guesses().stream(), drill.guesses().stream())
                        .toList(),
                List.copyOf(open));
    }

    private static List<String> elsewhere(ComposeOutline outline) {
        List<String> open = new ArrayList<>();
        outline.unread()
                .forEach(file -> open.add("what " + file.getFileName()
                        + " holds: a service names it, and it is not there"));
        outline.outside()
                .forEach(thing -> open.add("'" + thing + "' is external: what is not part of"
                        + " the system is never touched, so no drill starts; define it in a Compose"
                        + " file of the system, laid over the others under 'compose'"));
        return open;
    }
}
