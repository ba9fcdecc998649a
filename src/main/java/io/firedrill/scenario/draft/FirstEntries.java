package io.firedrill.scenario.draft;

import io.firedrill.scenario.ComposeOutline.Part;
import io.firedrill.scenario.Endpoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Guesses at where customers come in.
 *
 * @param entries name to place; the first is that of the first journey; empty where no service can
 *     be an entry
 * @param open what could not be found out, each with what to do
 */
record FirstEntries(Map<String, Guessed<Endpoint>> entries, List<String> open) {
    private static final String FRONT =
            ".*(front|web|proxy|nginx|gateway|ingress|traefik|caddy|haproxy|www|site|app).*";
    private static final String TOOL =
            ".*(admin|adminer|grafana|prometheus|mail|dashboard|exporter|kibana|jaeger|zipkin"
                    + "|minio|portainer|alert|registry).*";
    private static final Map<Integer, Integer> LIKELY =
            Map.of(80, 4, 8080, 3, 3000, 2, 8000, 2, 5000, 2, 443, -2, 8443, -2);

    private record Candidate(Part part, int port, String why, boolean sure, int score) {}

    /** Guesses at the entries of a system with those links. */
    static FirstEntries of(Surroundings around, FirstLinks links) {
        Set<String> providers = links.links().stream()
                .map(link -> link.value().provider().component())
                .collect(Collectors.toSet());
        List<String> open = new ArrayList<>();
        List<Candidate> found = published(around, providers);
        if (found.isEmpty()) {
            found = unpublished(around, providers);
            open.add(
                    found.isEmpty()
                            ? "where customers come in: no service can have a relay before it"
                            : "where customers come in: no service publishes a port that may speak"
                                    + " HTTP; look at 'entries'");
        }
        return new FirstEntries(named(found), List.copyOf(open));
    }

    private static List<Candidate> published(Surroundings around, Set<String> providers) {
        List<Candidate> found = new ArrayList<>();
        for (Part part : around.relayable()) {
            for (int port : part.published()) {
                if (WellKnown.mayBeHttp(port)) {
                    String why = part.name() + " publishes it";
                    found.add(new Candidate(part, port, why, false, score(part, port, providers)));
                }
            }
        }
        boolean allTls = found.stream().allMatch(it -> WellKnown.isTls(it.port()));
        return sorted(found).stream()
                .filter(it -> allTls || !WellKnown.isTls(it.port()))
                .toList();
    }

    /** Without a published port: whoever nobody calls, at a port that is known, else at 80. */
    private static List<Candidate> unpublished(Surroundings around, Set<String> providers) {
        List<Candidate> found = new ArrayList<>();
        for (Part part : around.relayable()) {
            Ports ports = Ports.of(part);
            int port = ports.numbers().stream().findFirst().orElse(80);
            boolean http = WellKnown.mayBeHttp(port);
            String why = ports.numbers().isEmpty()
                    ? "no port of " + part.name() + " is known, 80 holds its place"
                    : "nothing is published; port from " + ports.from();
            int score = score(part, port, providers)
                    - (http ? 0 : 50)
                    - (ports.numbers().isEmpty() ? 3 : 0);
            found.add(new Candidate(part, port, why, false, score));
        }
        return sorted(found).stream().limit(1).toList();
    }

    private static int score(Part part, int port, Set<String> providers) {
        String name = part.name() + " " + part.image();
        return (providers.contains(part.name()) ? 0 : 10)
                + (part.name().matches(FRONT) ? 5 : 0)
                - (name.matches(TOOL) ? 20 : 0)
                + LIKELY.getOrDefault(port, 0);
    }

    private static List<Candidate> sorted(List<Candidate> found) {
        return found.stream()
                .sorted(Comparator.comparing(Candidate::score).reversed())
                .toList();
    }

    private static Map<String, Guessed<Endpoint>> named(List<Candidate> found) {
        Map<String, Guessed<Endpoint>> entries = new LinkedHashMap<>();
        for (Candidate one : found) {
            String name = entries.isEmpty()
                    ? "web"
                    : entries.containsKey(one.part().name())
                                    || one.part().name().equals("web")
                            ? one.part().name() + "-" + one.port()
                            : one.part().name();
            Endpoint place = new Endpoint(one.part().name(), one.port());
            entries.put(name, new Guessed<>(place, one.why(), one.sure()));
        }
        return entries;
    }
}
