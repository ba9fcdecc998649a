package io.firedrill.topology.containers;

import com.github.dockerjava.api.model.Event;

import io.firedrill.topology.LinkUse;
import io.firedrill.topology.RelayState.Provider;
import io.firedrill.topology.Sighting;
import io.firedrill.topology.Sighting.ComponentChanged;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Turns Docker's events into sightings, and hands every sighting to whoever watches. */
final class Sightings {
    private static final String HEALTH = "health_status: ";
    private static final List<String> TOLD =
            List.of("start", "die", "kill", "pause", "unpause", "stop", "oom", "destroy");

    private final LinkUse use;
    private final Replicas replicas;
    private final List<Consumer<Sighting>> watchers = new CopyOnWriteArrayList<>();

    Sightings(LinkUse use, Replicas replicas) {
        this.use = use;
        this.replicas = replicas;
    }

    /** Adds a watcher, who first hears which links were used already. */
    void watch(Consumer<Sighting> watcher) {
        watchers.add(watcher);
        use.all().forEach(watcher);
    }

    /** Hands a sighting on. */
    void saw(Sighting sighting) {
        watchers.forEach(watcher -> watcher.accept(sighting));
    }

    /**
     * Tells everybody concerned of an event: the witness counts, the relays follow, watchers hear.
     */
    void handle(Event event, ContainerWitness witness, RelayKeeper keeper) {
        component(event).ifPresent(change -> {
            if (change.state().equals("die")) {
                witness.died(change.component());
            }
            news(change)
                    .ifPresent(news -> keeper.heard(replicas.service(change.component()), news));
            saw(change);
        });
    }

    /** Reads an event of a component, which may be one of the replicas of a service. */
    Optional<ComponentChanged> component(Event event) {
        return read(event)
                .map(change -> new ComponentChanged(
                        replicas.component(change.component(), attributes(event)),
                        change.state(),
                        change.detail(),
                        change.wallNanos()));
    }

    private static Map<String, String> attributes(Event event) {
        return event.getActor() == null || event.getActor().getAttributes() == null
                ? Map.of()
                : event.getActor().getAttributes();
    }

    /** Gives what the relays in front of a service are to know of one of its containers. */
    private Optional<Provider> news(ComponentChanged change) {
        return switch (change.state()) {
            case "die" ->
                replicas.ended(change.component()) ? Optional.of(Provider.DEAD) : Optional.empty();
            case "start" ->
                replicas.started(change.component())
                        ? Optional.of(Provider.STARTING)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Reads an event of a service; empty for what concerns nobody, such as commands run inside. */
    static Optional<ComponentChanged> read(Event event) {
        String action = String.valueOf(event.getAction());
        String state = action.startsWith(HEALTH) ? action.substring(HEALTH.length()) : action;
        boolean told = TOLD.contains(action) || action.startsWith(HEALTH);
        if (!told) {
            return Optional.empty();
        }
        Map<String, String> attributes = attributes(event);
        long stamp = event.getTimeNano() == null ? 0 : event.getTimeNano();
        return Optional.ofNullable(attributes.get(Labels.SERVICE))
                .map(service ->
                        new ComponentChanged(service, state, detail(state, attributes), stamp));
    }

    private static String detail(String state, Map<String, String> attributes) {
        return switch (state) {
            case "die" -> "exit code " + attributes.getOrDefault("exitCode", "unknown");
            case "kill" -> "signal " + attributes.getOrDefault("signal", "unknown");
            default -> "";
        };
    }
}
