package io.firedrill.fault;

import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.topology.Capability.Crashable;
import io.firedrill.topology.SystemUnderDrill;

import java.util.List;

/**
 * Kills a component's process while its host lives; the component's own restart policy acts. Stands
 * for a segmentation fault, the kernel's out-of-memory killer, a wrong {@code kill}. Files already
 * written are kept: durability at power loss is not measured.
 */
public final class Crash implements Fault {
    @Override
    public FaultKind kind() {
        return new FaultKind(
                "crash",
                FaultKind.TargetKind.COMPONENT,
                "crash",
                List.of(),
                "the process dies, the host lives, the restart policy acts");
    }

    @Override
    public ActiveFault aim(FaultSpec spec, SystemUnderDrill system) {
        return new Crashed(Aim.component(spec), Aim.power(spec, system, Crashable.class), system);
    }

    private static final class Crashed implements ActiveFault {
        private static final String WITNESS = "docker event stream";
        private final String component;
        private final Crashable power;
        private final SystemUnderDrill system;
        private final long deathsBefore;
        private boolean healed;

        Crashed(String component, Crashable power, SystemUnderDrill system) {
            this.component = component;
            this.power = power;
            this.system = system;
            this.deathsBefore = system.witness().deaths(component);
        }

        @Override
        public String describe() {
            return "kill the process of " + component;
        }

        @Override
        public void apply() {
            power.crash();
        }

        @Override
        public Effect effect() {
            long deaths = system.witness().deaths(component) - deathsBefore;
            String state = system.witness().state(component);
            String detail = deaths + (deaths == 1 ? " death" : " deaths") + " seen, now " + state;
            if (healed) {
                boolean up = "running".equals(state);
                return new Effect(up ? Effect.State.ABSENT : Effect.State.UNKNOWN, WITNESS, detail);
            }
            return new Effect(
                    deaths > 0 ? Effect.State.IN_EFFECT : Effect.State.ABSENT, WITNESS, detail);
        }

        @Override
        public void close() {
            power.revive();
            healed = true;
        }
    }
}
