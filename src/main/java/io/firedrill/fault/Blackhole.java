package io.firedrill.fault;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.model.ToxicDirection;

import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.PlainWords;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.topology.Witness.Outcome;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Swallows everything on a link: connections stay open, or are accepted, and nothing arrives in
 * either direction. Stands for a hung peer, a firewall that loses state; the handshake still
 * succeeds, since Toxiproxy accepts, so it does not stand for a host that is off. Healing closes
 * the open connections.
 */
public final class Blackhole implements Fault {
    private static final String PREFIX = "firedrill-blackhole";
    private static final Duration LOOK = Duration.ofMillis(1500);
    private static final long FOREVER = 0;

    @Override
    public FaultKind kind() {
        return FaultKind.onLink(
                "blackhole", List.of(), "connections stay open and nothing arrives");
    }

    @Override
    public String explain(FaultSpec spec) {
        String to = PlainWords.target(spec.target());
        return "everything on " + to
                + " is swallowed: connections stay open or are accepted, and nothing arrives";
    }

    @Override
    public ActiveFault aim(FaultSpec spec, SystemUnderDrill system) {
        LinkFault.Shape shape = new LinkFault.Shape(
                "swallow everything",
                relay -> swallow(relay.proxy()),
                relay -> Toxics.remove(relay.proxy(), PREFIX),
                view -> view.outcome() == Outcome.DATA_SILENT,
                view -> Set.of(Outcome.ANSWERED, Outcome.CLOSED).contains(view.outcome()),
                LinkFault.Look.first(LOOK));
        return new LinkFault(system, Aim.link(spec), shape);
    }

    private static void swallow(Proxy proxy) throws IOException {
        proxy.toxics().timeout(PREFIX + "-down", ToxicDirection.DOWNSTREAM, FOREVER);
        proxy.toxics().timeout(PREFIX + "-up", ToxicDirection.UPSTREAM, FOREVER);
    }
}
