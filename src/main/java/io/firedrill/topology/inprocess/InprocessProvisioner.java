package io.firedrill.topology.inprocess;

import io.firedrill.DrillException;
import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Scenario;
import io.firedrill.topology.Provisioner;
import io.firedrill.topology.ProvisioningException;
import io.firedrill.topology.SystemUnderDrill;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Starts systems in this JVM: one for each run, closed at its end. Systems may be started side by
 * side.
 */
public final class InprocessProvisioner implements Provisioner, AutoCloseable {
    /** What may be done to components and links, for validation. */
    public static final Set<String> CAPABILITIES =
            Set.of("crash", "vanish", "pause", "stop", "exec", "relay");

    private final Map<String, PocketSystem> known = new TreeMap<>();
    private final AtomicLong count = new AtomicLong();
    private final LongSupplier nanos;
    private final Supplier<Instant> wall;
    private @Nullable RelayServer relays;

    /**
     * Finds every pocket system that a service entry names; nothing is started yet.
     *
     * @param nanos the monotonic clock
     * @param wall the wall clock, for labels
     */
    public InprocessProvisioner(LongSupplier nanos, Supplier<Instant> wall) {
        this(ServiceLoader.load(PocketSystem.class), nanos, wall);
    }

    /** Takes the pocket systems that there are. */
    public InprocessProvisioner(
            Iterable<PocketSystem> systems, LongSupplier nanos, Supplier<Instant> wall) {
        this.nanos = nanos;
        this.wall = wall;
        systems.forEach(system -> known.put(system.name(), system));
    }

    @Override
    public SystemUnderDrill start(Scenario scenario) {
        return start(scenario, Map.of());
    }

    @Override
    public SystemUnderDrill start(Scenario scenario, Map<Endpoint, InetSocketAddress> outside) {
        if (!(scenario.system().blueprint() instanceof Blueprint.Inprocess blueprint)) {
            throw new ProvisioningException(
                    "system '" + scenario.system().name() + "' is not one that runs in this JVM",
                    null);
        }
        List<Part> parts = parts(scenario, blueprint);
        String name = scenario.system().name() + "-" + count.incrementAndGet();
        Assembly.Order order = new Assembly.Order(scenario, name, parts, outside, relays());
        return new Assembly(order, nanos, wall).assemble();
    }

    private synchronized RelayServer relays() {
        if (relays == null) {
            relays = RelayServer.start(nanos);
        }
        return relays;
    }

    private List<Part> parts(Scenario scenario, Blueprint.Inprocess blueprint) {
        PocketSystem program = known.get(blueprint.program());
        if (program == null) {
            throw trouble(
                    scenario,
                    "unknown pocket system '" + blueprint.program() + "'; known: " + known.keySet()
                            + ". Name your own in META-INF/services/"
                            + PocketSystem.class.getName());
        }
        try {
            List<Part> parts = program.parts(blueprint.settings());
            requireSame(scenario, parts);
            return parts;
        } catch (ProvisioningException e) {
            throw e;
        } catch (DrillException e) {
            throw trouble(scenario, String.valueOf(e.getMessage()));
        }
    }

    private static void requireSame(Scenario scenario, List<Part> parts) {
        Set<String> made = new TreeSet<>();
        parts.forEach(part -> made.add(part.name()));
        Set<String> named = new TreeSet<>(scenario.system().components());
        if (!made.equals(named)) {
            throw trouble(
                    scenario,
                    "its components are " + made + ", not " + named + "; name all of them");
        }
    }

    private static ProvisioningException trouble(Scenario scenario, String what) {
        return new ProvisioningException(
                scenario.system().folder().resolve("system.yaml") + ": " + what, null);
    }

    /** Ends what its systems share. They must be closed before. */
    @Override
    public synchronized void close() {
        if (relays != null) {
            relays.close();
            relays = null;
        }
    }
}
