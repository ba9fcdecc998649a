package io.firedrill.topology.containers;

import com.github.dockerjava.api.command.InspectContainerResponse;

import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Link;
import io.firedrill.topology.Burden;
import io.firedrill.topology.Capability.Answer;
import io.firedrill.topology.Greetings;
import io.firedrill.topology.ImageWitness;
import io.firedrill.topology.LinkUse;
import io.firedrill.topology.Separation;
import io.firedrill.topology.Sighting.ComponentChanged;
import io.firedrill.topology.Surveyor;
import io.firedrill.topology.Witness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Looks from containers of its own: one on every network, and one inside each relayed consumer's
 * network.
 */
final class ContainerWitness implements Witness, Surveyor, ImageWitness {
    private static final Duration SLACK = Duration.ofSeconds(2);
    private static final int NOBODY_LISTENS = 9;
    private static final int ROUND_SECONDS = 30;
    private static final String TO_THE_END = "all";

    /** $1 host, $2 port, $3 tries: ends well as soon as a handshake was done. */
    private static final String AWAIT = "n=0; while [ $n -lt $3 ]; do n=$((n + 1));"
            + " case $(probe \"$1\" \"$2\" 200 '') in *'\"connectMillis\":-1'*) sleep 0.05 ;;"
            + " *) exit 0 ;; esac; done; exit 1";

    private final Parts parts;
    private final Greetings greetings = new Greetings();
    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private final Map<String, Long> deaths = new ConcurrentHashMap<>();

    ContainerWitness(Parts parts) {
        this.parts = parts;
    }

    /**
     * What it works with.
     *
     * @param outside id of the container that is on every network of the system
     * @param components service to container
     * @param replicas all containers of each service
     * @param insiders those inside the networks of consumers
     * @param use told of each try of a link
     * @param survey tries the ways between components
     * @param releases image as a scenario names it, to its reference
     */
    record Parts(
            Engine engine,
            String outside,
            Map<String, String> components,
            Replicas replicas,
            Insiders insiders,
            LinkUse use,
            Survey survey,
            Map<String, String> releases) {}

    @Override
    public LinkView link(Link link, Duration atMost) {
        return greetings.look(link, hello -> look(link, List.of(hello), atMost));
    }

    @Override
    public LinkView talk(Link link, Talk talk) {
        return greetings.look(
                link,
                hello -> look(
                        link, List.of(Burden.on(hello, talk.burden()), TO_THE_END), talk.atMost()));
    }

    private LinkView look(Link link, List<String> hello, Duration atMost) {
        parts.use().tried(link);
        int port = link.provider().port();
        if (link.consumer().equals(RelaySite.CUSTOMERS)) {
            RelaySite site = new RelaySite(
                    link.consumer(), link.provider().component(), new java.util.TreeSet<>());
            return probe(parts.outside(), new Endpoint(site.service(), port), atMost, hello);
        }
        return parts.insiders()
                .of(link.consumer())
                .map(id -> probe(id, link.provider(), atMost, hello))
                .orElseGet(() -> ProbeLine.blind("'" + link.consumer() + "' does not run"));
    }

    @Override
    public LinkView host(String component, Duration atMost) {
        String id = parts.components().get(component);
        if (id == null) {
            return ProbeLine.blind("there is no component '" + component + "'");
        }
        parts.engine()
                .inspect(id)
                .flatMap(this::address)
                .ifPresent(it -> addresses.put(component, it));
        String address = addresses.get(component);
        return address == null
                ? ProbeLine.blind("'" + component + "' never had an address")
                : probe(
                        parts.outside(),
                        new Endpoint(address, NOBODY_LISTENS),
                        atMost,
                        List.of(Greetings.NONE));
    }

    @Override
    public String state(String component) {
        String id = parts.components().getOrDefault(component, component);
        try {
            return parts.engine()
                    .inspect(id)
                    .map(seen -> String.valueOf(seen.getState().getStatus()))
                    .orElse("gone");
        } catch (RuntimeException e) {
            return "unknown";
        }
    }

    /**
     * Tells how a component is now: healthy or unhealthy where it has a health check, else its
     * state.
     */
    ComponentChanged now(String component) {
        String id = parts.components().getOrDefault(component, component);
        String health = parts.engine()
                .inspect(id)
                .map(seen -> seen.getState().getHealth())
                .map(check -> String.valueOf(check.getStatus()))
                .orElse("");
        String state = health.isEmpty() ? state(component) : health;
        return new ComponentChanged(
                component, state.equals("running") ? "start" : state, "when the watch began", 0);
    }

    @Override
    public long deaths(String component) {
        return deaths.getOrDefault(component, 0L);
    }

    /** Counts a death that the platform saw. */
    void died(String component) {
        deaths.merge(component, 1L, Long::sum);
    }

    /**
     * Remembers where everybody is, so that a host that is gone can still be looked for; starts
     * those inside.
     */
    void settle(List<String> consumers) {
        parts.components()
                .forEach((name, id) -> parts.engine()
                        .inspect(id)
                        .flatMap(this::address)
                        .ifPresent(it -> addresses.put(name, it)));
        parts.insiders().make(consumers);
    }

    /**
     * Waits, bounded, until a provider accepts connections on its own port; no relay lies between.
     */
    boolean listens(Link link) {
        List<String> command = List.of(
                "sh",
                "-c",
                AWAIT,
                "sh",
                link.provider().component(),
                "" + link.provider().port(),
                "200");
        return parts.engine()
                        .exec(parts.outside(), command, Duration.ofSeconds(ROUND_SECONDS))
                        .code()
                == 0;
    }

    /** Gives every address of a component, of all its containers. */
    List<String> addresses(String component) {
        return parts.replicas().of(component).stream()
                .flatMap(id -> parts.engine().inspect(id).stream())
                .flatMap(seen -> seen.getNetworkSettings().getNetworks().values().stream())
                .flatMap(network ->
                        Stream.of(network.getIpAddress(), network.getGlobalIPv6Address()))
                .filter(address -> address != null && !address.isEmpty())
                .toList();
    }

    private Optional<String> address(InspectContainerResponse seen) {
        return seen.getNetworkSettings().getNetworks().entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith(Names.MEETING))
                .map(entry -> entry.getValue().getIpAddress())
                .filter(address -> address != null && !address.isEmpty())
                .findFirst();
    }

    private LinkView probe(String from, Endpoint to, Duration atMost, List<String> hello) {
        List<String> command = new ArrayList<>(List.of(
                "/usr/local/bin/probe", to.component(), "" + to.port(), "" + atMost.toMillis()));
        command.addAll(hello);
        Answer answer = parts.engine().exec(from, command, atMost.plus(SLACK));
        return answer.code() == 0
                ? ProbeLine.read(answer.output())
                : ProbeLine.blind(answer.output());
    }

    @Override
    public List<Try> survey(Separation separation, Duration atMost) {
        return parts.survey().of(separation, atMost);
    }

    @Override
    public Made made(String component) {
        return parts.replicas().of(component).stream()
                .map(this::madeOne)
                .reduce(ContainerWitness::both)
                .orElse(new Made("", "gone"));
    }

    private Made madeOne(String container) {
        return parts.engine()
                .inspect(container)
                .map(seen -> new Made(
                        String.valueOf(seen.getImageId()),
                        String.valueOf(seen.getState().getStatus())))
                .orElse(new Made("", "gone"));
    }

    /** Replicas of different images are made from none; they run if each of them does. */
    private static Made both(Made one, Made other) {
        return new Made(
                one.image().equals(other.image()) ? one.image() : "",
                one.state().equals("running") ? other.state() : one.state());
    }

    @Override
    public String image(String to) {
        return parts.engine().image(parts.releases().getOrDefault(to, to)).orElse("");
    }
}
