package io.firedrill.topology.containers;

import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.RestartPolicy;

import io.firedrill.DrillException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Removes what bears a label, until nothing is left. */
final class Sweep {
    private static final int PASSES = 20;

    private final Engine engine;
    private final String label;

    private Sweep(Engine engine, String label) {
        this.engine = engine;
        this.label = label;
    }

    /**
     * Removes containers with their anonymous volumes, then networks and volumes.
     *
     * @param label {@code key=value}
     * @throws DrillException naming what is still there at the end
     */
    static void all(Engine engine, String label) {
        Sweep sweep = new Sweep(engine, label);
        List<String> left = List.of();
        for (int pass = 0; pass < PASSES; pass++) {
            left = sweep.pass();
            if (left.isEmpty()) {
                return;
            }
        }
        throw new DrillException("could not remove " + left + "; remove them by hand: docker rm -f,"
                + " docker network rm, docker volume rm");
    }

    /**
     * Removes what dead runs left. Only labelled resources whose owner's process is known to have
     * ended are touched, and none that were to be kept.
     *
     * @return the systems removed; one that can not be removed stays, and is tried again by the
     *     next run
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
        return dead.stream().filter(system -> gone(engine, system)).toList();
    }

    /** What a dead run left and can not be removed must not keep this run from working. */
    private static boolean gone(Engine engine, String system) {
        try {
            all(engine, Labels.SYSTEM + "=" + system);
            return true;
        } catch (DrillException e) {
            return false;
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
        inParallel(containers.stream()
                .<Runnable>map(it -> () -> forgetRestarts(it.getId()))
                .toList());
        inParallel(containers.stream()
                .<Runnable>map(it -> () -> remove(it.getId()))
                .toList());
        List<Runnable> rest = new ArrayList<>();
        networks().forEach((id, name) -> {
            found.add("network " + name);
            rest.add(() -> engine.remove(
                    "removing network " + name,
                    docker -> docker.removeNetworkCmd(id).exec()));
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

    private void remove(String id) {
        engine.remove(
                "removing container " + id,
                docker -> docker.removeContainerCmd(id)
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec());
    }

    private Map<String, String> networks() {
        return engine.ask("listing networks", docker -> {
            Map<String, String> networks = new java.util.TreeMap<>();
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

    private void inParallel(List<Runnable> removals) {
        CompletableFuture.allOf(removals.stream()
                        .map(removal -> CompletableFuture.runAsync(removal, engine.bounded()::begin)
                                .exceptionally(error -> null)) // the next pass sees what is left
                        .toArray(CompletableFuture[]::new))
                .join();
    }
}
