package io.firedrill.topology.containers;

import io.firedrill.DrillException;
import io.firedrill.scenario.Link;
import io.firedrill.topology.Component;
import io.firedrill.topology.Described;
import io.firedrill.topology.ProgramHost;
import io.firedrill.topology.Relay;
import io.firedrill.topology.Separable;
import io.firedrill.topology.Separation;
import io.firedrill.topology.Sighting;
import io.firedrill.topology.Swappable;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.topology.Witness;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A system that runs in containers. */
final class ContainersSystem
        implements SystemUnderDrill, Described, Swappable, Separable, ProgramHost {
    private final Parts parts;
    private final AtomicBoolean closed = new AtomicBoolean();

    ContainersSystem(Parts parts) {
        this.parts = parts;
    }

    /**
     * What it is made of.
     *
     * @param entries name to where customers come in
     * @param relays by link
     * @param walls keep components apart; only where there are hands to put them up
     * @param removal removes all of it; run once
     */
    record Parts(
            List<Component> components,
            Map<String, InetSocketAddress> entries,
            Map<Link, ContainerRelay> relays,
            ContainerWitness witness,
            Sightings sightings,
            Swapper swapper,
            Optional<Walls> walls,
            ProgramHost programs,
            Map<String, String> facts,
            String definition,
            Runnable removal) {}

    @Override
    public List<Component> components() {
        return parts.components();
    }

    @Override
    public InetSocketAddress entry(String name) {
        return Optional.ofNullable(parts.entries().get(name))
                .orElseThrow(() -> new DrillException("no entry '" + name
                        + "' was prepared; there are: " + parts.entries().keySet()));
    }

    @Override
    public Relay relay(Link link) {
        return Optional.ofNullable(parts.relays().get(link))
                .orElseThrow(() -> new DrillException("no relay was put on '" + link
                        + "'; there are: " + parts.relays().keySet()));
    }

    @Override
    public Witness witness() {
        return parts.witness();
    }

    /** The listener first hears how each component is now: later news are read against that. */
    @Override
    public void watch(Consumer<Sighting> listener) {
        parts.components()
                .forEach(component -> listener.accept(parts.witness().now(component.name())));
        parts.sightings().watch(listener);
    }

    @Override
    public void swap(Set<String> components, String to) {
        parts.swapper().swap(components, to);
    }

    @Override
    public void swapBack(Set<String> components) {
        parts.swapper().swapBack(components);
    }

    @Override
    public void separate(Separation separation) {
        walls().separate(separation);
    }

    @Override
    public void rejoin(Separation separation) {
        walls().rejoin(separation);
    }

    private Walls walls() {
        return parts.walls()
                .orElseThrow(() -> new DrillException(
                        "no step of the drill said that components would be taken apart"));
    }

    @Override
    public RunningProgram start(ProgramOrder order) {
        return parts.programs().start(order);
    }

    @Override
    public Map<String, String> facts() {
        return parts.facts();
    }

    @Override
    public String definition() {
        return parts.definition();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            parts.removal().run();
        }
    }
}
