package io.firedrill.topology.containers;

import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.FaultSpec.Target;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.Link;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.SystemSpec;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Decides which links of a system get a relay: those that the scenario names, and the entries it
 * uses.
 */
final class RelayPlan {
    private RelayPlan() {}

    /**
     * Gives the relays, one for each pair of consumer and provider. A relay diverts every port of
     * the provider's name, so it also carries the ports of the other listed links of its pair.
     */
    static List<RelaySite> of(Scenario scenario) {
        Map<String, RelaySite> sites = new LinkedHashMap<>();
        needed(scenario)
                .forEach(link -> sites.computeIfAbsent(pair(link), pair -> site(link))
                        .ports()
                        .add(link.provider().port()));
        scenario.system()
                .links()
                .forEach(link -> Optional.ofNullable(sites.get(pair(link)))
                        .ifPresent(site -> site.ports().add(link.provider().port())));
        return List.copyOf(sites.values());
    }

    /** Names the link by which customers use an entry. */
    static Link entryLink(Endpoint entry) {
        return new Link(RelaySite.CUSTOMERS, entry);
    }

    private static Set<Link> needed(Scenario scenario) {
        Set<Link> links = new LinkedHashSet<>();
        entries(scenario).forEach(entry -> links.add(entryLink(entry)));
        scenario.steps().stream().flatMap(RelayPlan::link).forEach(links::add);
        links.addAll(scenario.relayed());
        return links;
    }

    private static Stream<Link> link(Step step) {
        if (step instanceof Step.Inject inject
                && inject.fault().target() instanceof Target.OnLink on) {
            return Stream.of(on.link());
        }
        return Stream.empty();
    }

    private static List<Endpoint> entries(Scenario scenario) {
        SystemSpec system = scenario.system();
        Stream<String> ofJourneys = scenario.customers().keySet().stream()
                .map(system.journeys()::get)
                .map(JourneySpec::entry);
        Stream<String> ofObjectives = scenario.objectives().stream()
                .flatMap(objective -> objective.settings().values().values().stream())
                .filter(value -> value instanceof String)
                .map(String.class::cast);
        return Stream.concat(ofJourneys, ofObjectives)
                .flatMap(name -> Optional.ofNullable(system.entries().get(name)).stream())
                .distinct()
                .toList();
    }

    private static RelaySite site(Link link) {
        return new RelaySite(link.consumer(), link.provider().component(), new TreeSet<>());
    }

    private static String pair(Link link) {
        return link.consumer() + " -> " + link.provider().component();
    }
}
