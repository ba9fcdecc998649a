package io.firedrill.topology.containers;

import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.RestartPolicy;
import io.firedrill.DrillException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** Removes what bears a label, until nothing is left. */
final class Sweep {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration LEFTOVER_LIMIT = Duration.ofSeconds(5);
    private static final Duration BETWEEN_PASSES = Duration.ofMillis(50);

    private final Engine engine;
    private final String label;
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private List<String> left = List.of();

    private Sweep(Engine engine, String label) {
        this.engine = engine;
        this.label = label;
    }

    /**
     * Removes containers with their anonymous volumes, then networks and volumes, within 30 s.
     *
     * @param label {@code key=value}
     * @throws DrillException naming what is still there at the end, and why
     */
    static void all(Engine engine, String label) {
        new Sweep(engine, label).untilNothingIsLeft(LIMIT);
    }

    /** Passes until one finds nothing: that listing is the proof. */
    private void untilNothingIsLeft(Duration limit) {
        try {
            await("nothing left of " + label)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(BETWEEN_PASSES)
                    .atMost(limit)
                    .pollInSameThread()
                    .until(this::isClean);
        } catch (ConditionTimeoutException e) {
            throw new DrillException(
                    "could not remove " + left + ": " + errors + ". Remove them by hand:"
                            + " docker rm -f, docker network rm, docker volume rm (a network with"
                            + " nobody on it that 'has active endpoints' goes when Docker is"
                            + " restarted: moby/moby#42119)",
                    e);
        }
    }

    private boolean isClean() {
        errors.clear();
        left = pass();
        return left.isEmpty();
    }

    /**
     * Removes what dead runs left. Only labelled resources whose owner's process is known to have
     * ended are touched, and none that were to be kept.
     *
     * @return what could not be removed, each with the reason: a nuisance, which stops no run
     */
    static List<String> leftovers(Engine engine) {
        List<String> dead = engine.ask("listing leftovers", docker -> {
            List<Map<String, String>> labels = new ArrayList<>();
            docker.listContainersCmd()
                    .withShowAll(true)
                    .withFilter("label", List.of(Labels.OWNER))
                    .exec()
                    .forEach(container -> labels.add(container.getLabels()));
            docker.listNetworksCmd()
                    .withFilter("label", List.of(Labels.OWNER))
                    .exec()
                    .forEach(network -> labels.add(network.getLabels()));
            docker.listVolumesCmd()
                    .withFilter("label", List.of(Labels.OWNER))
                    .exec()
                    .getVolumes()
                    .forEach(volume -> labels.add(volume.getLabels()));
            return labels.stream()
                    .filter(Sweep::isLeftover)
                    .map(it -> it.get(Labels.SYSTEM))
                    .distinct()
                    .toList();
        });
        List<String> stuck = new ArrayList<>();
        dead.forEach(system -> removeLeftover(engine, system, stuck));
        return stuck;
    }

    private static void removeLeftover(Engine engine, String system, List<String> stuck) {
        try {
            new Sweep(engine, Labels.SYSTEM + "=" + system).untilNothingIsLeft(LEFTOVER_LIMIT);
        } catch (RuntimeException e) {
            stuck.add(String.valueOf(e.getMessage()));
        }
    }

    /** Says whether a resource with these labels was left by a run that is dead. */
    static boolean isLeftover(Map<String, String> labels) {
        return labels.containsKey(Labels.SYSTEM)
                && !labels.containsKey(Labels.KEPT)
                && Owner.parse(labels.getOrDefault(Labels.OWNER, ""))
                        .filter(Owner::isDead)
                        .isPresent();
    }

    /** Removes what is found, and names it. */
    private List<String> pass() {
        List<Container> containers = engine.containers(label);
        List<String> found =
                new ArrayList<>(containers.stream().map(it -> it.getNames()[0]).toList());
        List<String> ids = containers.stream().map(Container::getId).toList();
        eachInParallel(ids, this::forgetRestarts);
        eachInParallel(ids, this::thaw);
        ids.forEach(this::kill);
        eachInParallel(ids, this::remove);
        List<Runnable> rest = new ArrayList<>();
        networks().forEach((id, name) -> {
            found.add("network " + name);
            rest.add(() -> removeNetwork(id, name));
        });
        volumes().forEach(name -> {
            found.add("volume " + name);
            rest.add(() -> engine.remove(
                    "removing volume " + name,
                    docker -> docker.removeVolumeCmd(name).exec()));
        });
        inParallel(rest);
        return found;
    }

    /**
     * A container that its restart policy starts just while it is removed leaves an endpoint behind
     * in its network, which then can not be removed before the engine restarts (seen on 20.10 under
     * load); so the policy goes first.
     */
    private void forgetRestarts(String id) {
        engine.remove(
                "ending the restarts of container " + id,
                docker -> docker.updateContainerCmd(id)
                        .withRestartPolicy(RestartPolicy.noRestart())
                        .exec());
    }

    /** A frozen container is not killed: the engine may wait for it without end. */
    private void thaw(String id) {
        engine.remove(
                "thawing container " + id,
                docker -> docker.unpauseContainerCmd(id).exec());
    }

    /**
     * Apart from the removal: both release the container's place in its network, and may meet. One
     * after another: 20.10 counts the places of a network, and twice, where containers were killed
     * at once, it kept a network with nobody on it until it was restarted. A guess: killing twelve
     * at once eighty times over did not bring it about.
     */
    private void kill(String id) {
        try {
            engine.remove(
                    "killing container " + id,
                    docker -> docker.killContainerCmd(id).exec());
        } catch (RuntimeException e) {
            noted(e);
        }
    }

    private void remove(String id) {
        engine.remove(
                "removing container " + id,
                docker -> docker.removeContainerCmd(id)
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec());
    }

    private void removeNetwork(String id, String name) {
        endpoints(id)
                .forEach(endpoint -> engine.remove(
                        "freeing network " + name + " of " + endpoint,
                        docker -> docker.disconnectFromNetworkCmd()
                                .withNetworkId(id)
                                .withContainerId(endpoint)
                                .withForce(true)
                                .exec()));
        engine.remove(
                "removing network " + name,
                docker -> docker.removeNetworkCmd(id).exec());
    }

    /** Names who holds a network though we are gone: containers of somebody else. */
    private List<String> endpoints(String network) {
        return engine.ask("inspecting a network", docker -> {
            try {
                return docker
                        .inspectNetworkCmd()
                        .withNetworkId(network)
                        .exec()
                        .getContainers()
                        .values()
                        .stream()
                        .map(endpoint -> endpoint.getName())
                        .toList();
            } catch (NotFoundException e) {
                return List.of();
            }
        });
    }

    private Map<String, String> networks() {
        return engine.ask("listing networks", docker -> {
            Map<String, String> networks = new TreeMap<>();
            docker.listNetworksCmd()
                    .withFilter("label", List.of(label))
                    .exec()
                    .forEach(network -> networks.put(network.getId(), network.getName()));
            return networks;
        });
    }

    private List<String> volumes() {
        return engine.ask(
                "listing volumes",
                docker ->
                        docker
                                .listVolumesCmd()
                                .withFilter("label", List.of(label))
                                .exec()
                                .getVolumes()
                                .stream()
                                .map(volume -> volume.getName())
                                .toList());
    }

    /** The next pass sees what is left; the last one's errors say why. */
    private @Nullable Void noted(Throwable error) {
        Throwable cause = error.getCause() == null ? error : error.getCause();
        errors.add(String.valueOf(cause.getMessage()).strip());
        return null;
    }

    private void eachInParallel(List<String> ids, Consumer<String> step) {
        inParallel(ids.stream().<Runnable>map(id -> () -> step.accept(id)).toList());
    }

    private void inParallel(List<Runnable> removals) {
        CompletableFuture.allOf(removals.stream()
                        .map(removal -> CompletableFuture.runAsync(removal, engine.bounded()::begin)
                                .exceptionally(this::noted))
                        .toArray(CompletableFuture[]::new))
                .join();
    }
}
