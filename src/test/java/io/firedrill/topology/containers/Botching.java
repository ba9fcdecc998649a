package io.firedrill.topology.containers;

import io.firedrill.scenario.Link;
import io.firedrill.topology.Component;
import io.firedrill.topology.Relay;
import io.firedrill.topology.Separable;
import io.firedrill.topology.Separation;
import io.firedrill.topology.Sighting;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.topology.Witness;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Consumer;

/** A system that takes others apart than it is told to. */
record Botching(ContainersSystem system, Separation instead)
        implements SystemUnderDrill, Separable {
    @Override
    public void separate(Separation separation) {
        system.separate(instead);
    }

    @Override
    public void rejoin(Separation separation) {
        system.rejoin(instead);
    }

    @Override
    public List<Component> components() {
        return system.components();
    }

    @Override
    public InetSocketAddress entry(String name) {
        return system.entry(name);
    }

    @Override
    public Relay relay(Link link) {
        return system.relay(link);
    }

    @Override
    public Witness witness() {
        return system.witness();
    }

    @Override
    public void watch(Consumer<Sighting> listener) {
        system.watch(listener);
    }

    @Override
    public void close() {
        system.close();
    }
}
