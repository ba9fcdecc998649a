package io.firedrill.topology.containers;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ContainerNetwork;

import io.firedrill.scenario.Link;
import io.firedrill.topology.Capability.Answer;
import io.firedrill.topology.LinkUse;
import io.firedrill.topology.Separation;
import io.firedrill.topology.Surveyor.Try;
import io.firedrill.topology.Witness.Outcome;
import io.firedrill.topology.containers.Ways.Place;
import io.firedrill.topology.containers.Ways.Way;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Tries every way that a separation is to close: all at once, each from where it begins. */
final class Survey {
    private static final Duration SLACK = Duration.ofSeconds(4);

    private final Parts parts;

    Survey(Parts parts) {
        this.parts = parts;
    }

    /**
     * What it works with.
     *
     * @param outside the container that is on every network of the system
     * @param replicas which container is which component
     * @param links the system's links
     * @param sites its relays
     */
    record Parts(
            Engine engine,
            String outside,
            Replicas replicas,
            Insiders insiders,
            LinkUse use,
            List<Link> links,
            List<RelaySite> sites) {}

    /** Tries them; a way that begins where nobody runs is not tried. */
    List<Try> of(Separation separation, Duration atMost) {
        List<RelaySite> entries =
                parts.sites().stream().filter(RelaySite::isEntry).toList();
        Map<String, List<Way>> ways =
                new Ways(places(separation), parts.links(), entries).closedBy(separation);
        List<CompletableFuture<List<Try>>> rounds = new ArrayList<>();
        ways.forEach((from, own) -> rounds.add(CompletableFuture.supplyAsync(
                () -> from(from, own, atMost), parts.engine().bounded()::begin)));
        return rounds.stream().flatMap(round -> round.join().stream()).toList();
    }

    private List<Try> from(String from, List<Way> ways, Duration atMost) {
        Optional<String> stand = from.equals(Ways.OUTSIDE)
                ? Optional.of(parts.outside())
                : parts.insiders().of(from);
        return stand.map(container -> tries(container, ways, atMost)).orElse(List.of());
    }

    private List<Try> tries(String container, List<Way> ways, Duration atMost) {
        List<String> command = new ArrayList<>(List.of("probe", "each", "" + atMost.toMillis()));
        ways.forEach(way -> {
            way.link().ifPresent(parts.use()::tried);
            command.addAll(List.of(way.host(), "" + way.port()));
        });
        Answer answer = parts.engine().exec(container, command, atMost.plus(SLACK));
        return read(answer.output(), ways);
    }

    /** Matches the printed lines with the ways; one without a line was tried in vain. */
    static List<Try> read(String output, List<Way> ways) {
        Map<String, Outcome> outcomes = new TreeMap<>();
        output.lines().forEach(line -> {
            int space = line.indexOf(' ');
            if (space > 0) {
                outcomes.put(
                        line.substring(0, space),
                        ProbeLine.read(line.substring(space + 1)).outcome());
            }
        });
        List<Try> tries = new ArrayList<>();
        for (int i = 0; i < ways.size(); i++) {
            Outcome outcome = outcomes.getOrDefault("" + i, Outcome.BLIND);
            tries.add(new Try(ways.get(i).words(), outcome));
        }
        return tries;
    }

    private List<Place> places(Separation separation) {
        boolean everybody = !separation.alone().isEmpty();
        return parts.replicas().hosts().entrySet().stream()
                .filter(host -> everybody || isAbout(separation, host.getKey()))
                .filter(host -> !host.getKey().startsWith(Overlay.OURS))
                .flatMap(host -> place(host.getKey(), host.getValue()).stream())
                .toList();
    }

    /** Whether a link leads to nobody is told by all replicas at its ends. */
    private boolean isAbout(Separation separation, String name) {
        return parts.replicas().components(parts.replicas().service(name)).stream()
                .anyMatch(separation.named()::contains);
    }

    /** One of several replicas is found by the name of its container only. */
    private Optional<Place> place(String name, String container) {
        String service = parts.replicas().service(name);
        return parts.engine()
                .inspect(container)
                .filter(seen -> Boolean.TRUE.equals(seen.getState().getRunning()))
                .map(seen -> new Place(
                        name, service, service.equals(name) ? name : container, addresses(seen)));
    }

    private static Map<String, String> addresses(InspectContainerResponse seen) {
        Map<String, String> addresses = new TreeMap<>();
        seen.getNetworkSettings().getNetworks().forEach((network, there) -> {
            String address = address(there);
            if (!address.isEmpty() && !network.startsWith(Names.MEETING)) {
                addresses.put(network, address);
            }
        });
        return addresses;
    }

    private static String address(ContainerNetwork network) {
        return Optional.ofNullable(network.getIpAddress()).orElse("");
    }
}
