package io.firedrill.scenario.draft;

import io.firedrill.scenario.ComposeOutline.Part;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The ports on which a service listens, as far as its Compose file lets one guess.
 *
 * @param numbers in the order of how sure they are; empty where nothing is known
 * @param from what they were learned from, for instance {@code published}
 */
record Ports(List<Integer> numbers, String from) {
    private static final int HIGHEST = 65_535;
    private static final List<String> TOLD =
            List.of("PORT", "SERVER_PORT", "HTTP_PORT", "LISTEN_PORT", "APP_PORT");
    private static final Pattern OWN_URL = Pattern.compile("(https?)://(?:localhost|127\\.0\\.0\\.1"
            + "|0\\.0\\.0\\.0|\\[::1\\])(?::([0-9]{1,5}))?(/[^\\s\"'|;&)]*)?");

    /** What a health check asks of its own service over HTTP. */
    record OwnUrl(int port, String path) {}

    /** Learns the ports of a service. */
    static Ports of(Part part) {
        Set<Integer> declared = new LinkedHashSet<>(part.published());
        declared.addAll(part.exposed());
        if (!declared.isEmpty()) {
            return new Ports(
                    List.copyOf(declared),
                    part.published().isEmpty() ? "'expose'" : "its published ports");
        }
        return one(healthUrl(part).map(OwnUrl::port), "its health check")
                .or(() -> one(told(part), "its environment"))
                .or(() -> one(WellKnown.portOf(part.image()), "what is usual for its image"))
                .orElse(new Ports(List.of(), ""));
    }

    private static Optional<Ports> one(Optional<Integer> port, String from) {
        return port.map(it -> new Ports(List.of(it), from));
    }

    private static Optional<Integer> told(Part part) {
        return TOLD.stream()
                .flatMap(key -> Stream.ofNullable(part.environment().get(key)))
                .flatMap(text -> number(text).stream())
                .findFirst();
    }

    /** Reads a port. */
    static Optional<Integer> number(String text) {
        return Optional.of(text.strip())
                .filter(it -> it.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .filter(port -> port >= 1 && port <= HIGHEST);
    }

    /** Finds the URL that a health check asks for inside its own container. */
    static Optional<OwnUrl> healthUrl(Part part) {
        Matcher matcher = OWN_URL.matcher(String.join(" ", part.health()));
        if (!matcher.find()) {
            return Optional.empty();
        }
        int usual = matcher.group(1).equals("https") ? 443 : 80;
        int port = Optional.ofNullable(matcher.group(2)).flatMap(Ports::number).orElse(usual);
        return Optional.of(
                new OwnUrl(port, Optional.ofNullable(matcher.group(3)).orElse("/")));
    }
}
