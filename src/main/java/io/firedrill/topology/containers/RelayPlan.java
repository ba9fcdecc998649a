package io.firedrill.topology.containers;

import io.firedrill.scenario.Link;
import io.firedrill.scenario.Scenario;
import io.firedrill.topology.RelayedLinks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Decides which relays a system gets: one for each pair of consumer and provider. */
final class RelayPlan {
    private RelayPlan() {}

    /**
     * Gives the relays of the links that need one. A relay diverts every port of the provider's
     * name, so it also carries the ports of the other listed links of its pair.
     */
    static List<RelaySite> of(Scenario scenario) {
        Map<String, RelaySite> sites = new LinkedHashMap<>();
        RelayedLinks.of(scenario)
                .forEach(link -> sites.computeIfAbsent(pair(link), pair -> site(link))
                        .ports()
                        .add(link.provider().port()));
        scenario.system()
                .links()
                .forEach(link -> Optional.ofNullable(sites.get(pair(link)))
                        .ifPresent(site -> site.ports().add(link.provider().port())));
        return List.copyOf(sites.values());
    }

    private static RelaySite site(Link link) {
        return new RelaySite(link.consumer(), link.provider().component(), new TreeSet<>());
    }

    private static String pair(Link link) {
        return link.consumer() + " -> " + link.provider().component();
    }
}
