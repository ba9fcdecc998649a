package io.firedrill.topology;

import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.FaultSpec.Target;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.Link;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.SystemSpec;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Decides which links get a relay: those that the scenario names, and the entries it uses. */
public final class RelayedLinks {
    /** The consumer that stands for the people outside. */
    public static final String CUSTOMERS = "customers";

    private RelayedLinks() {}

    /** Gives the links that need a relay, the entries' own among them. */
    public static Set<Link> of(Scenario scenario) {
        Set<Link> links = new LinkedHashSet<>();
        entries(scenario).forEach(entry -> links.add(entryLink(entry)));
        scenario.steps().stream().flatMap(RelayedLinks::link).forEach(links::add);
        links.addAll(scenario.relayed());
        return links;
    }

    /** Names the link by which customers use an entry. */
    public static Link entryLink(Endpoint entry) {
        return new Link(CUSTOMERS, entry);
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
}
