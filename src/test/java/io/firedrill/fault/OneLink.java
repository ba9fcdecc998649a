package io.firedrill.fault;

import eu.rekawek.toxiproxy.Proxy;

import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Link;
import io.firedrill.topology.Component;
import io.firedrill.topology.Relay;
import io.firedrill.topology.Sighting;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.topology.Witness;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A system of one link, whose witness says what it is told to say. */
final class OneLink implements SystemUnderDrill, Witness {
    static final Link LINK = new Link("shop", new Endpoint("db", 5432));
    static final LinkView WELL = new LinkView(Outcome.ANSWERED, 0.2, 1, "");

    final List<String> asked = new ArrayList<>();
    private final Proxy proxy;
    private LinkView view = WELL;

    OneLink(Proxy proxy) {
        this.proxy = proxy;
    }

    OneLink seeing(LinkView now) {
        view = now;
        return this;
    }

    @Override
    public LinkView link(Link link, Duration atMost) {
        asked.add("link " + atMost.toMillis() + " ms");
        return view;
    }

    @Override
    public LinkView talk(Link link, Talk talk) {
        asked.add("talk " + talk.atMost().toMillis() + " ms, " + talk.burden() + " bytes");
        return view;
    }

    @Override
    public LinkView host(String component, Duration atMost) {
        return view;
    }

    @Override
    public String state(String component) {
        return "running";
    }

    @Override
    public long deaths(String component) {
        return 0;
    }

    @Override
    public Relay relay(Link link) {
        return new Relay() {
            @Override
            public Link link() {
                return link;
            }

            @Override
            public Proxy proxy() {
                return proxy;
            }
        };
    }

    @Override
    public List<Component> components() {
        return List.of();
    }

    @Override
    public InetSocketAddress entry(String name) {
        return InetSocketAddress.createUnresolved(name, 1);
    }

    @Override
    public Witness witness() {
        return this;
    }

    @Override
    public void watch(Consumer<Sighting> listener) {
        // nothing changes by itself here
    }

    @Override
    public void close() {
        // nothing is open
    }
}
