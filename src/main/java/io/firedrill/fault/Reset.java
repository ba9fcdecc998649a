package io.firedrill.fault;

import eu.rekawek.toxiproxy.Proxy;

import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.PlainWords;
import io.firedrill.scenario.Setting;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.topology.Witness.LinkView;
import io.firedrill.topology.Witness.Outcome;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Resets every connection on a link once data flows: the handshake succeeds, then the connection is
 * torn down. Stands for a crashing worker, a load balancer that gives up, a firewall that rejects
 * late. In direction {@code requests} the provider never sees the request; in direction
 * {@code answers} it has done the work, and the consumer can not know. Proved is that a connection
 * with a request on it is reset; with {@code both}, that it is reset, not by which stream.
 */
public final class Reset implements Fault {
    private static final String PREFIX = "firedrill-reset";
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Set<Outcome> WELL =
            Set.of(Outcome.ANSWERED, Outcome.CLOSED, Outcome.DATA_SILENT);

    @Override
    public FaultKind kind() {
        return FaultKind.onLink(
                "reset",
                List.of(
                        Direction.SETTING,
                        Setting.optional(
                                "after",
                                Setting.Type.DURATION,
                                "how long after the first data; at once where not given")),
                "connections are accepted, then reset once data flows");
    }

    @Override
    public String explain(FaultSpec spec) {
        String to = PlainWords.target(spec.target());
        return "every connection on " + to + " is reset once "
                + Direction.of(spec).words() + " flow"
                + spec.settings()
                        .find("after", Duration.class)
                        .map(it -> ", " + PlainWords.duration(it) + " later")
                        .orElse("");
    }

    @Override
    public ActiveFault aim(FaultSpec spec, SystemUnderDrill system) {
        Direction direction = Direction.of(spec);
        Duration after = spec.settings().find("after", Duration.class).orElse(Duration.ZERO);
        LinkFault.Shape shape = new LinkFault.Shape(
                "reset connections at their " + direction.words(),
                relay -> tear(relay.proxy(), direction, after),
                relay -> Toxics.remove(relay.proxy(), PREFIX),
                Reset::torn,
                view -> WELL.contains(view.outcome()),
                LinkFault.Look.first(after.plus(GRACE)));
        return new LinkFault(system, Aim.link(spec), shape);
    }

    private static boolean torn(LinkView view) {
        return view.outcome() == Outcome.RESET;
    }

    private static void tear(Proxy proxy, Direction direction, Duration after) throws IOException {
        direction.each(
                PREFIX, (name, stream) -> proxy.toxics().resetPeer(name, stream, after.toMillis()));
    }
}
