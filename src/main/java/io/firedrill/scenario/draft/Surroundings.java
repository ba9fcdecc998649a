package io.firedrill.scenario.draft;

import io.firedrill.scenario.ComposeOutline;
import io.firedrill.scenario.ComposeOutline.Part;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which services of an outline last, and which run once and are gone. */
record Surroundings(ComposeOutline outline) {
    private static final String COMPLETED = "service_completed_successfully";
    private static final String ONCE_BY_NAME = ".*(migrat|init|seed|setup|bootstrap|fixture).*";

    /** Gives the services that are started and last, in the order of the file. */
    List<Part> lasting() {
        Set<String> awaited = outline.parts().values().stream()
                .flatMap(part -> part.needs().entrySet().stream())
                .filter(need -> need.getValue().equals(COMPLETED))
                .map(need -> need.getKey())
                .collect(Collectors.toSet());
        return outline.parts().values().stream()
                .filter(Part::started)
                .filter(part -> !awaited.contains(part.name()) && !looksLikeOnce(part))
                .toList();
    }

    private static boolean looksLikeOnce(Part part) {
        return part.restart().equals("no") && part.name().matches(ONCE_BY_NAME);
    }

    /** Gives those of them that can have a relay. */
    List<Part> relayable() {
        return lasting().stream().filter(Part::relayable).toList();
    }
}
