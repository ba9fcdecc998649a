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
        read(event).ifPresent(change -> {
            if (change.state().equals("die")) {
                witness.died(change.component());
            }
            news(change.state())
                    .filter(news -> !replicas.carryOn(change.component(), change.state()))
                    .ifPresent(news -> keeper.heard(change.component(), news));
            saw(change);
        });
    }

    private static Optional<Provider> news(String state) {
        return switch (state) {
            case "die" -> Optional.of(Provider.DEAD);
            case "start" -> Optional.of(Provider.STARTING);
            default -> Optional.empty();
        };
    }

    /** Reads an event of a service; empty for what concerns nobody, such as commands run inside. */
    static Optional<ComponentChanged> read(Event event) {
        String action = String.valueOf(event.getAction());
        String state = action.startsWith(HEALTH) ? action.substring(HEALTH.length()) : action;
        boolean told = TOLD.contains(action) || action.startsWith(HEALTH);
        if (!told || event.getActor() == null || event.getActor().getAttributes() == null) {
            return Optional.empty();
        }
        Map<String, String> attributes = event.getActor().getAttributes();
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
