package io.firedrill.topology.inprocess;

import io.firedrill.DrillException;
import io.firedrill.scenario.Link;
import io.firedrill.topology.Component;
import io.firedrill.topology.Described;
import io.firedrill.topology.Relay;
import io.firedrill.topology.Sighting;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.topology.Witness;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A system that runs in this JVM. */
final class InprocessSystem implements SystemUnderDrill, Described {
    private final Parts parts;
    private final AtomicBoolean closed = new AtomicBoolean();

    InprocessSystem(Parts parts) {
        this.parts = parts;
    }

    /**
     * What it is made of.
     *
     * @param entries name to where customers come in
     * @param relayPorts where the relays listen
     * @param grounds where the machines stand
     */
    record Parts(
            List<Machine> machines,
            Map<String, InetSocketAddress> entries,
            Map<Link, InprocessRelay> relays,
            Ports relayPorts,
            Witness witness,
            Grounds grounds,
            Map<String, String> facts) {}

    @Override
    public List<Component> components() {
        return parts.machines().stream().<Component>map(InprocessComponent::new).toList();
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

    @Override
    public void watch(Consumer<Sighting> listener) {
        parts.grounds().watch(listener);
    }

    @Override
    public Map<String, String> facts() {
        return parts.facts();
    }

    @Override
    public String definition() {
        return "";
    }

    /** Every step runs, whatever became of the one before; the first error counts. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        List<AutoCloseable> all = new ArrayList<>(List.of(parts.grounds()));
        all.addAll(parts.machines());
        all.addAll(parts.relays().values());
        all.add(parts.relayPorts());
        RuntimeException first = null;
        for (AutoCloseable one : all) {
            first = close(one, first);
        }
        if (first != null) {
            throw first;
        }
    }

    private static @Nullable RuntimeException close(
            AutoCloseable one, @Nullable RuntimeException first) {
        try {
            one.close();
            return first;
        } catch (Exception e) {
            RuntimeException now = e instanceof RuntimeException known
                    ? known
                    : new DrillException("a part of the system could not be closed", e);
            if (first == null) {
                return now;
            }
            first.addSuppressed(now);
            return first;
        }
    }
}
