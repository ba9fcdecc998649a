package io.firedrill.topology.containers;

import com.github.dockerjava.api.model.Container;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The containers of services that have several. Whoever looks for such a service by its name finds
 * one or another, so it is there as long as one of them is.
 *
 * @param ids service to the names of all its containers: they stay where one is replaced by another
 */
record Replicas(Engine engine, Map<String, List<String>> ids) {

    /** Groups the containers of a system by their services. */
    static Replicas of(Engine engine, List<Container> containers) {
        Map<String, List<String>> ids = new LinkedHashMap<>();
        for (Container container : containers) {
            String service = container.getLabels().get(Labels.SERVICE);
            if (service != null) {
                ids.computeIfAbsent(service, it -> new ArrayList<>())
                        .add(container.getNames()[0].substring(1));
            }
        }
        return new Replicas(engine, Map.copyOf(ids));
    }

    /** Gives all containers of a service. */
    List<String> of(String service) {
        return ids.getOrDefault(service, List.of());
    }

    /**
     * Tells whether a service was there before, and is there after, the start or the end of one of
     * its containers.
     */
    boolean carryOn(String service, String state) {
        List<String> all = of(service);
        if (all.size() < 2) {
            return false;
        }
        long running = all.stream().filter(this::runs).count();
        return running > (state.equals("start") ? 1 : 0);
    }

    private boolean runs(String id) {
        return engine.inspect(id)
                .map(seen -> Boolean.TRUE.equals(seen.getState().getRunning()))
                .orElse(false);
    }
}
