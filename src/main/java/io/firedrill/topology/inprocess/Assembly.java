package io.firedrill.topology.inprocess;

import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Link;
import io.firedrill.scenario.Scenario;
import io.firedrill.topology.ProvisioningException;
import io.firedrill.topology.RelayedLinks;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Puts a system together: machines, relays, witness; then starts it and waits until it is up. */
final class Assembly {
    private static final Duration UP_WITHIN = Duration.ofSeconds(10);
    private static final Duration HEALTH_EVERY = Duration.ofMillis(20);
    private static final int LAST_LINES = 15;

    private final Order order;
    private final LongSupplier nanos;
    private final Grounds grounds;
    private final Directory directory;
    private final List<Machine> machines = new ArrayList<>();
    private final Map<Link, InprocessRelay> relays = new LinkedHashMap<>();
    private final Map<String, InetSocketAddress> entries = new LinkedHashMap<>();
    private final Ports relayPorts = new Ports();

    /**
     * What is wanted.
     *
     * @param name of this one system, unlike that of any other
     * @param outside where providers are who are no part of it
     * @param relays where the relays are made
     */
    record Order(
            Scenario scenario,
            String name,
            List<Part> parts,
            Map<Endpoint, InetSocketAddress> outside,
            RelayServer relays) {}

    Assembly(Order order, LongSupplier nanos, Supplier<Instant> wall) {
        this.order = order;
        this.nanos = nanos;
        this.grounds = new Grounds(order.name(), wall);
        this.directory = new Directory(order.outside());
        Surroundings around = new Surroundings(directory, grounds, nanos, wall);
        order.parts().forEach(part -> machines.add(new Machine(part, around)));
    }

    /**
     * Makes the system.
     *
     * @throws ProvisioningException where a component does not come up; nothing is left running
     */
    InprocessSystem assemble() {
        InprocessSystem system = system();
        try {
            putRelays();
            machines.forEach(Machine::start);
            grounds.every(HEALTH_EVERY, () -> machines.forEach(Machine::checkHealth));
            awaitUp();
            relays.values().forEach(grounds.keeper()::keep);
            return system;
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
    }

    private InprocessSystem system() {
        SocketWitness.Places places = new SocketWitness.Places(
                ports(Machine.PULSE),
                ports(Machine.NOBODY),
                link -> directory.find(link.consumer(), link.provider()));
        return new InprocessSystem(new InprocessSystem.Parts(
                machines,
                entries,
                relays,
                relayPorts,
                new SocketWitness(places, grounds.use(), nanos),
                grounds,
                facts()));
    }

    private Map<String, InetSocketAddress> ports(int port) {
        return machines.stream()
                .collect(Collectors.toMap(
                        Machine::name, machine -> machine.ports().address(port)));
    }

    private void putRelays() {
        int number = 0;
        for (Link link : RelayedLinks.of(order.scenario())) {
            Endpoint to = link.provider();
            String proxy =
                    order.name() + "_" + link.consumer() + "_" + to.component() + "_" + to.port();
            InprocessRelay.Site site = new InprocessRelay.Site(
                    link, proxy, relayPorts.address(number++), directory.host(to));
            InprocessRelay relay =
                    InprocessRelay.open(site, order.relays(), from -> grounds.accepted(link, from));
            relays.put(link, relay);
            directory.relay(relay);
        }
        order.scenario()
                .system()
                .entries()
                .forEach((name, endpoint) -> Optional.ofNullable(
                                relays.get(RelayedLinks.entryLink(endpoint)))
                        .ifPresent(relay -> entries.put(name, relay.address())));
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("system", order.name());
        facts.put("runs", "in this JVM, on 127.0.0.1");
        facts.put("start limit", UP_WITHIN.toSeconds() + " s");
        return facts;
    }

    private void awaitUp() {
        long deadline = nanos.getAsLong() + UP_WITHIN.toNanos();
        while (!machines.stream().allMatch(Machine::isUp)) {
            if (nanos.getAsLong() > deadline || Thread.currentThread().isInterrupted()) {
                throw notUp();
            }
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }

    private ProvisioningException notUp() {
        String why = machines.stream()
                .filter(machine -> !machine.isUp())
                .map(machine -> "'" + machine.name() + "' is " + machine.now()
                        + ", its last lines:\n" + machine.log(LAST_LINES))
                .collect(Collectors.joining("\n"));
        return new ProvisioningException(
                "system '" + order.scenario().system().name() + "' was not up within "
                        + UP_WITHIN.toSeconds() + " s: " + why,
                null);
    }
}
