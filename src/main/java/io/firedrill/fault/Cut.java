package io.firedrill.fault;

import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.PlainWords;
import io.firedrill.topology.Relay;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.topology.Witness.Outcome;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Cuts a link: new connections are refused, open ones are closed. Stands for a closed port, a
 * stopped service, a firewall that rejects; not for lost packets, nor for a lost host.
 */
public final class Cut implements Fault {
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Set<Outcome> WELL =
            Set.of(Outcome.ANSWERED, Outcome.CLOSED, Outcome.DATA_SILENT);

    @Override
    public FaultKind kind() {
        return FaultKind.onLink(
                "cut", List.of(), "new connections are refused, open ones are closed");
    }

    @Override
    public String explain(FaultSpec spec) {
        String to = PlainWords.target(spec.target());
        return to + " is cut: new connections are refused, open ones are closed";
    }

    @Override
    public ActiveFault aim(FaultSpec spec, SystemUnderDrill system) {
        LinkFault.Shape shape = new LinkFault.Shape(
                "refuse connections",
                Relay::hold,
                Relay::release,
                view -> view.outcome() == Outcome.REFUSED,
                view -> WELL.contains(view.outcome()),
                LinkFault.Look.first(LOOK));
        return new LinkFault(system, Aim.link(spec), shape);
    }
}
