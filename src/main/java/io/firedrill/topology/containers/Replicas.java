package io.firedrill.topology.containers;

import com.github.dockerjava.api.model.Container;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Which container is which component. The only container of a service is called as the service; one
 * of several has its number after it, as Compose numbers them. Whoever looks for a service of
 * several by its name finds one or another, so it is there as long as one of them is. Safe for many
 * threads.
 */
final class Replicas {
    private final Map<String, SortedMap<Integer, String>> services;
    private final Predicate<String> runs;
    private final Set<String> lost = ConcurrentHashMap.newKeySet();
    private final Set<String> down = ConcurrentHashMap.newKeySet();

    /**
     * Takes what there is.
     *
     * @param services service to the names of its containers, by number: they stay where a
     *     container is replaced by another
     * @param runs says whether a container runs
     */
    Replicas(Map<String, SortedMap<Integer, String>> services, Predicate<String> runs) {
        this.services = services;
        this.runs = runs;
    }

    /** Groups the containers of a system by their services. */
    static Replicas of(Engine engine, List<Container> containers) {
        Map<String, SortedMap<Integer, String>> services = new LinkedHashMap<>();
        for (Container container : containers) {
            String service = container.getLabels().get(Labels.SERVICE);
            if (service != null) {
                services.computeIfAbsent(service, it -> new TreeMap<>())
                        .put(number(container.getLabels()), container.getNames()[0].substring(1));
            }
        }
        return new Replicas(
                services,
                id -> engine.inspect(id)
                        .map(seen -> Boolean.TRUE.equals(seen.getState().getRunning()))
                        .orElse(false));
    }

    private static int number(Map<String, String> labels) {
        return Integer.parseInt(labels.getOrDefault(Labels.NUMBER, "1"));
    }

    /** Names the components that a service is. */
    List<String> components(String service) {
        return numbers(service).keySet().stream()
                .map(number -> component(service, number))
                .toList();
    }

    private SortedMap<Integer, String> numbers(String service) {
        return services.getOrDefault(service, new TreeMap<>());
    }

    private String component(String service, int number) {
        return numbers(service).size() > 1 ? service + "-" + number : service;
    }

    /** Names the component that the labels of a container, or of an event of it, tell of. */
    String component(String service, Map<String, String> labels) {
        return component(service, number(labels));
    }

    /** Gives every component with its container. */
    Map<String, String> hosts() {
        Map<String, String> hosts = new LinkedHashMap<>();
        services.forEach((service, all) -> all.forEach(
                (number, container) -> hosts.putIfAbsent(component(service, number), container)));
        return hosts;
    }

    /** Gives the container of each component and of each service: of several, the first. */
    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        services.forEach((service, own) -> all.put(service, own.get(own.firstKey())));
        hosts().forEach(all::putIfAbsent);
        return all;
    }

    /** Gives all containers of a service, or the one of a component. */
    List<String> of(String name) {
        return services.containsKey(name)
                ? List.copyOf(numbers(name).values())
                : List.copyOf(hosts().entrySet().stream()
                        .filter(host -> host.getKey().equals(name))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    /** Names the service that a component is, or is one of. */
    String service(String component) {
        return services.containsKey(component)
                ? component
                : services.keySet().stream()
                        .filter(service -> components(service).contains(component))
                        .findFirst()
                        .orElse(component);
    }

    /**
     * Takes the news that a component ended.
     *
     * @return whether its service is gone with it
     */
    boolean ended(String component) {
        return gone(component);
    }

    /**
     * Takes the news that the host of a component was lost: its container still counts as running.
     *
     * @return whether its service is gone with it
     */
    boolean lost(String component) {
        lost.add(component);
        return gone(component);
    }

    private boolean gone(String component) {
        String service = service(component);
        boolean others = components(service).stream()
                .filter(other -> !other.equals(component) && !lost.contains(other))
                .anyMatch(other -> of(other).stream().anyMatch(runs));
        if (!others) {
            down.add(service);
        }
        return !others;
    }

    /**
     * Takes the news that a component was started.
     *
     * @return whether its service was not there before
     */
    boolean started(String component) {
        lost.remove(component);
        String service = service(component);
        return down.remove(service) || components(service).size() < 2;
    }
}
