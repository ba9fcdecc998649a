package io.firedrill.topology;

import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.Channel;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.FaultSpec.Target;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.JourneySpec.Means;
import io.firedrill.scenario.Link;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Settings;
import io.firedrill.scenario.SignIn;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.SystemSpec;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides which links get a relay: those that the scenario names, and the entries it uses; in
 * containers every link to a provider outside of the system, to whom there is no other way.
 */
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
        if (scenario.system().blueprint() instanceof Blueprint.Composed) {
            links.addAll(leadingOut(scenario.system()));
        }
        return links;
    }

    private static List<Link> leadingOut(SystemSpec system) {
        return system.links().stream()
                .filter(link -> system.channels().values().stream()
                        .anyMatch(channel -> channel.at().equals(Optional.of(link.provider()))))
                .toList();
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
                .flatMap(name -> Optional.ofNullable(system.journeys().get(name)).stream())
                .flatMap(journey -> entries(journey, system));
        Stream<String> ofObjectives =
                scenario.objectives().stream().flatMap(objective -> names(objective.settings()));
        Stream<String> ofChannels =
                system.channels().values().stream().flatMap(RelayedLinks::entries);
        return Stream.of(ofJourneys, ofObjectives, ofChannels)
                .flatMap(names -> names)
                .flatMap(name -> Optional.ofNullable(system.entries().get(name)).stream())
                .distinct()
                .toList();
    }

    /** A channel looks at a page, or reports back to who sent. */
    private static Stream<String> entries(Channel channel) {
        return Stream.concat(
                channel.look().map(Channel.Look::entry).stream(),
                channel.settings().values().stream());
    }

    /** A journey may also lead to where one signs in, is asked for writes, or what it is told. */
    private static Stream<String> entries(JourneySpec journey, SystemSpec system) {
        Stream<String> reconciling =
                journey.reconcile().flatMap(JourneySpec.Reconcile::entry).stream();
        Stream<String> signingIn = journey
                .as()
                .map(as -> system.signIns().get(as.signIn()))
                .flatMap(SignIn::client)
                .flatMap(SignIn.OAuth2Client::entry)
                .stream();
        Stream<String> told = journey.means() instanceof Means.Plugin plugin
                ? names(plugin.settings())
                : Stream.of();
        return Stream.of(Stream.of(journey.entry()), reconciling, signingIn, told)
                .flatMap(names -> names);
    }

    private static Stream<String> names(Settings settings) {
        return settings.values().values().stream()
                .filter(value -> value instanceof String)
                .map(String.class::cast);
    }
}
