package io.firedrill.run;

import com.sun.net.httpserver.HttpServer;

import io.firedrill.DrillException;
import io.firedrill.scenario.Link;
import io.firedrill.topology.Capability;
import io.firedrill.topology.Component;
import io.firedrill.topology.Relay;
import io.firedrill.topology.Sighting;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.topology.Witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A shop of two components behind one real port; component a holds the role {@code primary}. */
final class FakeShop implements SystemUnderDrill {
    final AtomicBoolean down = new AtomicBoolean();
    final AtomicInteger closed = new AtomicInteger();
    private final HttpServer server;

    FakeShop() {
        try {
            server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(down.get() ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
    }

    @Override
    public List<Component> components() {
        return List.of(new Part("a", 0), new Part("b", 1));
    }

    private record Part(String name, int exit) implements Component, Capability.Askable {
        @Override
        public <C extends Capability> Optional<C> as(Class<C> capability) {
            return capability.isInstance(this)
                    ? Optional.of(capability.cast(this))
                    : Optional.empty();
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("image", "none");
        }

        @Override
        public Capability.Answer ask(List<String> command, Duration atMost) {
            return new Capability.Answer(exit, "");
        }
    }

    @Override
    public InetSocketAddress entry(String name) {
        return server.getAddress();
    }

    @Override
    public Relay relay(Link link) {
        throw new DrillException("the fake shop has no relays");
    }

    @Override
    public Witness witness() {
        throw new DrillException("the fake shop has no witness");
    }

    @Override
    public void watch(Consumer<Sighting> listener) {
        // nothing ever changes by itself here
    }

    @Override
    public void close() {
        closed.incrementAndGet();
        server.stop(0);
    }
}
