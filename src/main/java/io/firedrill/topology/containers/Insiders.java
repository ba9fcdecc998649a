package io.firedrill.topology.containers;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.HostConfig;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Containers of the witness inside the networks of components; made where one is asked for. */
final class Insiders {
    private final Engine engine;
    private final Map<String, String> components;
    private final Labels labels;
    private final Map<String, Insider> all = new ConcurrentHashMap<>();

    /**
     * Creates it.
     *
     * @param components service to container
     */
    Insiders(Engine engine, Map<String, String> components, Labels labels) {
        this.engine = engine;
        this.components = components;
        this.labels = labels;
    }

    /** A container in a component's network, and the start of the component that it belongs to. */
    private record Insider(String id, String started) {}

    /** Makes those of some components, all at once. */
    void make(Collection<String> names) {
        CompletableFuture.allOf(names.stream()
                        .map(name ->
                                CompletableFuture.runAsync(() -> of(name), engine.bounded()::begin))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    /** Gives the one of a component; empty where the component does not run. */
    Optional<String> of(String component) {
        Optional<InspectContainerResponse> seen =
                Optional.ofNullable(components.get(component)).flatMap(engine::inspect);
        if (seen.isEmpty() || !Boolean.TRUE.equals(seen.get().getState().getRunning())) {
            return Optional.empty();
        }
        InspectContainerResponse now = seen.get();
        return Optional.ofNullable(
                        all.compute(component, (name, before) -> current(name, before, now)))
                .map(Insider::id);
    }

    private Insider current(
            String component, @Nullable Insider before, InspectContainerResponse now) {
        String started = String.valueOf(now.getState().getStartedAt());
        if (before != null && before.started().equals(started)) {
            return before;
        }
        if (before != null) {
            engine.remove(
                    "removing a witness",
                    docker -> docker.removeContainerCmd(before.id())
                            .withForce(true)
                            .exec());
        }
        return new Insider(begin(component, now.getId()), started);
    }

    private String begin(String component, String target) {
        return engine.ask("starting a witness beside " + component, docker -> {
            String id = docker.createContainerCmd(Images.HANDS)
                    .withLabels(labels.asMap())
                    .withHostConfig(
                            HostConfig.newHostConfig().withNetworkMode("container:" + target))
                    .exec()
                    .getId();
            docker.startContainerCmd(id).exec();
            return id;
        });
    }
}
