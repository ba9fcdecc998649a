package io.firedrill.scenario.draft;

import io.firedrill.scenario.ComposeOutline;
import io.firedrill.scenario.ComposeOutline.Part;
import io.firedrill.scenario.Endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A guess at what one customer does.
 *
 * @param path what is asked for; nothing where there is no entry
 */
record FirstJourney(String entry, Optional<Guessed<String>> path, List<String> open) {

    /** Guesses at a journey by the first entry. */
    static FirstJourney of(FirstEntries entries, ComposeOutline outline) {
        if (entries.entries().isEmpty()) {
            return new FirstJourney("", Optional.empty(), List.of());
        }
        Map.Entry<String, Guessed<Endpoint>> first =
                entries.entries().entrySet().iterator().next();
        Endpoint place = first.getValue().value();
        Optional<Part> part = Optional.ofNullable(outline.parts().get(place.component()));
        Guessed<String> path = part.flatMap(Ports::healthUrl)
                .filter(url -> url.port() == place.port())
                .map(url -> new Guessed<>(
                        url.path(), "what its health check asks for; what do customers do?", false))
                .orElse(new Guessed<>("/", "the front page; what do customers do?", false));
        List<String> open = new ArrayList<>();
        if (WellKnown.isTls(place.port())) {
            open.add("whether port " + place.port() + " of '" + place.component()
                    + "' speaks plain HTTP: journeys written as data do not speak TLS");
        }
        if (!WellKnown.mayBeHttp(place.port())) {
            open.add("what customers do: port " + place.port() + " of '" + place.component()
                    + "' is not known for HTTP, which journeys written as data speak");
        }
        return new FirstJourney(first.getKey(), Optional.of(path), List.copyOf(open));
    }
}
