package io.firedrill.topology.containers;

import io.firedrill.DrillException;
import io.firedrill.topology.Separable;
import io.firedrill.topology.Separation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Keeps components apart by packet filters in their own networks, both ends of every way, and in
 * those of the relays that would carry something across. A component that starts anew has a new
 * network, and perhaps a new address: its filters are put up again as soon as that is heard.
 */
final class Walls implements Separable {
    private final Parts parts;
    private final List<Separation> standing = new ArrayList<>();
    private final Set<Separation> touched = new HashSet<>();

    Walls(Parts parts) {
        this.parts = parts;
    }

    /**
     * What it works with.
     *
     * @param filter gives a container a packet filter; does nothing where it does not run
     * @param where where everybody is
     * @param components component to container
     * @param relays relay to container
     * @param aside threads that may wait
     */
    record Parts(
            Filtering filter,
            Where where,
            Map<String, String> components,
            Map<RelaySite, String> relays,
            Executor aside) {}

    /**
     * Where everybody is.
     *
     * @param addresses gives every address that a component has now
     * @param replicas names the components that a service is
     */
    record Where(
            Function<String, List<String>> addresses, Function<String, List<String>> replicas) {}

    /** Gives packet filters to containers. */
    @FunctionalInterface
    interface Filtering {
        /** Gives a container this filter instead of the one that it had. */
        void put(String container, PacketFilter filter);
    }

    @Override
    public synchronized void separate(Separation separation) {
        standing.add(separation);
        touched.add(separation);
        refresh(separation.named(), separation);
    }

    @Override
    public synchronized void rejoin(Separation separation) {
        if (touched.contains(separation)) {
            standing.remove(separation);
            refresh(separation.named(), separation);
            touched.remove(separation);
        }
    }

    /** Follows a component that started anew. */
    synchronized void started(String component) {
        for (Separation separation : standing) {
            if (separation.named().contains(component)) {
                refresh(separation.named(), separation);
            }
        }
    }

    private void refresh(Set<String> components, Separation changed) {
        Stream<Runnable> own = components.stream()
                .filter(parts.components()::containsKey)
                .map(name -> () -> parts.filter()
                        .put(parts.components().getOrDefault(name, name), around(name)));
        Stream<Runnable> between = parts.relays().entrySet().stream()
                .filter(relay -> crosses(relay.getKey(), changed))
                .map(relay -> () -> parts.filter().put(relay.getValue(), within(relay.getKey())));
        atOnce(Stream.concat(own, between).toList());
    }

    private PacketFilter around(String component) {
        if (standing.stream().anyMatch(it -> it.alone().contains(component))) {
            return PacketFilter.shut();
        }
        Set<String> addresses = new TreeSet<>();
        standing.stream()
                .flatMap(it -> it.named().stream().filter(other -> it.apart(component, other)))
                .forEach(other -> addresses.addAll(parts.where().addresses().apply(other)));
        return addresses.isEmpty()
                ? PacketFilter.OPEN
                : PacketFilter.against(List.copyOf(addresses));
    }

    /**
     * A relay carries for all replicas at both its ends. Where some of them are out of reach of all
     * at the other end, it passes those by; where nobody is left at one end, it is shut. Its own
     * API is how faults on its links are healed, so that is let pass.
     */
    private PacketFilter within(RelaySite relay) {
        List<String> from = ends(relay.consumer());
        List<String> to = ends(relay.provider());
        Set<String> out = new TreeSet<>(cutOff(from, to));
        out.addAll(cutOff(to, from));
        from.forEach(one -> to.forEach(other -> requireClosed(one, other, out)));
        if (out.containsAll(from) || out.containsAll(to)) {
            return PacketFilter.shutBut(relay.apiPort());
        }
        List<String> addresses = out.stream()
                .flatMap(one -> parts.where().addresses().apply(one).stream())
                .toList();
        return addresses.isEmpty() ? PacketFilter.OPEN : PacketFilter.against(addresses);
    }

    /** Names those that are out of reach of all others. */
    private List<String> cutOff(List<String> some, List<String> others) {
        return some.stream()
                .filter(one -> others.stream().allMatch(other -> parted(one, other)))
                .toList();
    }

    private void requireClosed(String one, String other, Set<String> out) {
        if (parted(one, other) && !out.contains(one) && !out.contains(other)) {
            throw new DrillException("a relay carries for all replicas, so '" + one
                    + "' cannot be kept from '" + other
                    + "' alone: put all replicas of one of the two on the same side");
        }
    }

    private boolean parted(String one, String other) {
        return standing.stream().anyMatch(it -> it.parts(one, other));
    }

    /** Customers are on no side; what is alone is so for them as well. */
    private List<String> ends(String name) {
        List<String> replicas = parts.where().replicas().apply(name);
        return replicas.isEmpty() ? List.of(name) : replicas;
    }

    private boolean crosses(RelaySite relay, Separation separation) {
        return ends(relay.consumer()).stream()
                .anyMatch(one -> ends(relay.provider()).stream()
                        .anyMatch(other -> separation.parts(one, other)));
    }

    private void atOnce(List<Runnable> tasks) {
        try {
            CompletableFuture.allOf(tasks.stream()
                            .map(task -> CompletableFuture.runAsync(task, parts.aside()))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw new DrillException(
                    "packet filters could not be changed: "
                            + (e.getCause() == null ? e : e.getCause()).getMessage(),
                    e);
        }
    }
}
