package io.firedrill.systems.pocket;

import io.firedrill.topology.inprocess.Part;
import io.firedrill.topology.inprocess.PocketSystem;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A bank that fits into this JVM: a front, two portals, a router, two stores, a lease keeper. Each
 * part is started again 300 ms after its process died.
 */
public final class PocketBank implements PocketSystem {
    static final List<String> PORTALS = List.of("portal-1", "portal-2");
    static final List<String> STORES = List.of("db1", "db2");

    private static final Duration RESTART = Duration.ofMillis(300);

    @Override
    public String name() {
        return "pocket-bank";
    }

    @Override
    public List<Part> parts(Map<String, String> settings) {
        BankParts parts = Variants.of(settings);
        return List.of(
                        Part.of("leases", new LeaseKeeper(parts, STORES)),
                        Part.of("db1", new Store(parts, "db2")),
                        Part.of("db2", new Store(parts, "db1")),
                        Part.of("db", new Router(parts)),
                        Part.of("portal-1", new Portal(parts)),
                        Part.of("portal-2", new Portal(parts)),
                        Part.of("front", new Front(parts)))
                .stream()
                .map(part -> part.restartedAfter(RESTART))
                .toList();
    }
}
