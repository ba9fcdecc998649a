package io.firedrill.scenario.draft;

import io.firedrill.scenario.ComposeOutline.Part;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Guesses at links: who calls whom on which port.
 *
 * @param links in the order of the consumers
 * @param open what could not be found out, each with what to do
 */
record FirstLinks(List<Guessed<Link>> links, List<String> open) {

    /** Guesses at the links between services that last. */
    static FirstLinks of(Surroundings around) {
        List<Guessed<Link>> links = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (Part consumer : around.lasting()) {
            new OfOne(around, consumer, links, open).find();
        }
        return new FirstLinks(List.copyOf(links), List.copyOf(open));
    }

    /** The links of one consumer. */
    private record OfOne(
            Surroundings around, Part consumer, List<Guessed<Link>> links, List<String> open) {

        void find() {
            List<Clue> clues = Clue.of(consumer, around.outline());
            Set<String> providers = new LinkedHashSet<>();
            clues.forEach(clue -> providers.add(clue.provider()));
            providers.addAll(consumer.needs().keySet());
            for (Part provider : around.lasting()) {
                if (providers.contains(provider.name()) && !provider.equals(consumer)) {
                    List<Clue> own = clues.stream()
                            .filter(clue -> clue.provider().equals(provider.name()))
                            .toList();
                    link(provider, own);
                }
            }
        }

        private void link(Part provider, List<Clue> clues) {
            String pair = consumer.name() + " -> " + provider.name();
            if (!consumer.relayable() || !provider.relayable()) {
                Part odd = consumer.relayable() ? provider : consumer;
                open.add(pair + " cannot be a link: '" + odd.name() + "' has network_mode '"
                        + odd.networkMode() + "', so no relay fits there; faults on components are"
                        + " still possible");
                return;
            }
            if (Collections.disjoint(consumer.networks(), provider.networks())) {
                return; // they cannot talk, whatever waits for whom
            }
            Map<Integer, Guessed<Link>> found = found(provider, clues);
            links.addAll(found.values());
            if (found.isEmpty()) {
                open.add("the port of '" + provider.name() + "', which '" + consumer.name()
                        + "' needs; write the link \"" + pair + ":<port>\" under 'links'");
            }
        }

        private Map<Integer, Guessed<Link>> found(Part provider, List<Clue> clues) {
            Map<Integer, Guessed<Link>> found = new LinkedHashMap<>();
            clues.forEach(clue -> clue.port()
                    .ifPresent(port -> found.putIfAbsent(
                            port,
                            new Guessed<>(to(provider, port), "from " + clue.source(), true))));
            if (found.isEmpty()) {
                Ports ports = Ports.of(provider);
                String because = clues.isEmpty()
                        ? consumer.name() + " depends on " + provider.name()
                        : clues.get(0).source() + " names " + provider.name();
                ports.numbers()
                        .forEach(port -> found.put(
                                port,
                                new Guessed<>(
                                        to(provider, port),
                                        because + "; port from " + ports.from(),
                                        false)));
            }
            return found;
        }

        private Link to(Part provider, int port) {
            return new Link(consumer.name(), new Endpoint(provider.name(), port));
        }
    }
}
