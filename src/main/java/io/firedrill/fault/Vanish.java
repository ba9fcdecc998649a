package io.firedrill.fault;

import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.PlainWords;
import io.firedrill.topology.Capability.Losable;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.topology.Witness.LinkView;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Loses a component's host: silence for open and new connections on every port, while its name
 * stays. Healing brings the host back as after a power cycle, its disk kept. Stands for power,
 * kernel or switch port lost; what the kernel had not yet written to disk is not lost here, so
 * durability at power loss is not measured.
 */
public final class Vanish implements Fault {
    private static final Duration LOOK = Duration.ofMillis(700);

    @Override
    public FaultKind kind() {
        return FaultKind.onComponent(
                "vanish", "vanish", List.of(), "the host is lost: silence, while the name stays");
    }

    @Override
    public String explain(FaultSpec spec) {
        String to = PlainWords.target(spec.target());
        return "the host of " + to + " is lost: silence on every port, while its name stays";
    }

    @Override
    public ActiveFault aim(FaultSpec spec, SystemUnderDrill system) {
        String component = Aim.component(spec);
        Losable power = Aim.power(spec, system, Losable.class);
        return new ComponentFault(
                "lose the host of " + component,
                power::lose,
                power::bringBack,
                () -> look(component, system));
    }

    /**
     * A living host refuses a connection to a port where nobody listens; a lost one says nothing.
     */
    private static Effect look(String component, SystemUnderDrill system) {
        LinkView view = system.witness().host(component, LOOK);
        Effect.State state = switch (view.outcome()) {
            case CONNECT_SILENT -> Effect.State.IN_EFFECT;
            case REFUSED, RESET, CLOSED, ANSWERED, DATA_SILENT -> Effect.State.ABSENT;
            default -> Effect.State.UNKNOWN;
        };
        String seen = view.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Effect(state, "a connection tried from another host", component + ": " + seen);
    }
}
