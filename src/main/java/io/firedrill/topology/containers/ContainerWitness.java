package io.firedrill.topology.containers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.HostConfig;

import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Link;
import io.firedrill.topology.Burden;
import io.firedrill.topology.Capability.Answer;
import io.firedrill.topology.Greetings;
import io.firedrill.topology.LinkUse;
import io.firedrill.topology.Sighting.ComponentChanged;
import io.firedrill.topology.Witness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks from containers of its own: one on every network, and one inside each relayed consumer's
 * network.
 */
final class ContainerWitness implements Witness {
    private static final ObjectMapper JSON = new ObjectMapper();
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
    private final Map<String, Inside> inside = new ConcurrentHashMap<>();
    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private final Map<String, Long> deaths = new ConcurrentHashMap<>();

    ContainerWitness(Parts parts) {
        this.parts = parts;
    }

    /**
     * What it works with.
     *
     * @param outside id of the container that is on every network of the system
     * @param components service to container id
     * @param replicas all containers of each service
     * @param use told of each try of a link
     */
    record Parts(
            Engine engine,
            String outside,
            Map<String, String> components,
            Replicas replicas,
            Labels labels,
            LinkUse use) {}

    /**
     * A container in a consumer's network namespace, and the start of the consumer that it belongs
     * to.
     */
    private record Inside(String id, String consumerStarted) {}

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
        return insideOf(link.consumer())
                .map(id -> probe(id, link.provider(), atMost, hello))
                .orElseGet(() -> blind("'" + link.consumer() + "' does not run"));
    }

    @Override
    public LinkView host(String component, Duration atMost) {
        String id = parts.components().get(component);
        if (id == null) {
            return blind("there is no component '" + component + "'");
        }
        parts.engine()
                .inspect(id)
                .flatMap(this::address)
                .ifPresent(it -> addresses.put(component, it));
        String address = addresses.get(component);
        return address == null
                ? blind("'" + component + "' never had an address")
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
        consumers.forEach(this::insideOf);
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
                .map(ContainerNetwork::getIpAddress)
                .filter(address -> address != null && !address.isEmpty())
                .toList();
    }

    private Optional<String> address(InspectContainerResponse seen) {
        return seen.getNetworkSettings().getNetworks().entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith("00-"))
                .map(entry -> entry.getValue().getIpAddress())
                .filter(address -> address != null && !address.isEmpty())
                .findFirst();
    }

    private synchronized Optional<String> insideOf(String consumer) {
        Optional<InspectContainerResponse> seen = Optional.ofNullable(
                        parts.components().get(consumer))
                .flatMap(parts.engine()::inspect);
        if (seen.isEmpty() || !Boolean.TRUE.equals(seen.get().getState().getRunning())) {
            return Optional.empty();
        }
        String started = String.valueOf(seen.get().getState().getStartedAt());
        Optional<Inside> before = Optional.ofNullable(inside.get(consumer));
        if (before.isPresent() && before.get().consumerStarted().equals(started)) {
            return before.map(Inside::id);
        }
        before.ifPresent(old -> parts.engine()
                .remove(
                        "removing a witness",
                        docker -> docker.removeContainerCmd(old.id())
                                .withForce(true)
                                .exec()));
        Inside now = new Inside(begin(consumer, seen.get().getId()), started);
        inside.put(consumer, now);
        return Optional.of(now.id());
    }

    private String begin(String consumer, String target) {
        return parts.engine().ask("starting a witness beside " + consumer, docker -> {
            String id = docker.createContainerCmd(Images.HANDS)
                    .withLabels(parts.labels().asMap())
                    .withHostConfig(
                            HostConfig.newHostConfig().withNetworkMode("container:" + target))
                    .exec()
                    .getId();
            docker.startContainerCmd(id).exec();
            return id;
        });
    }

    private LinkView probe(String from, Endpoint to, Duration atMost, List<String> hello) {
        List<String> command = new ArrayList<>(List.of(
                "/usr/local/bin/probe", to.component(), "" + to.port(), "" + atMost.toMillis()));
        command.addAll(hello);
        Answer answer = parts.engine().exec(from, command, atMost.plus(SLACK));
        return answer.code() == 0 ? read(answer.output()) : blind(answer.output());
    }

    /** Reads what the probe printed. */
    static LinkView read(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            String outcome =
                    node.path("outcome").asText().toUpperCase(Locale.ROOT).replace('-', '_');
            return new LinkView(
                    Outcome.valueOf(outcome),
                    node.path("connectMillis").asDouble(-1),
                    node.path("answerMillis").asDouble(-1),
                    node.path("errno").asText(),
                    traffic(node));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return blind("the probe printed '" + line.strip() + "'");
        }
    }

    private static Traffic traffic(JsonNode node) {
        return new Traffic(
                node.path("sent").asLong(),
                node.path("received").asLong(),
                node.path("pieces").asInt(),
                node.path("lastMillis").asDouble(-1),
                node.path("ended").asBoolean());
    }

    private static LinkView blind(String why) {
        return new LinkView(Outcome.BLIND, -1, -1, why);
    }
}
