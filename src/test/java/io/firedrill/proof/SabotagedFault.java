package io.firedrill.proof;

import eu.rekawek.toxiproxy.model.Toxic;

import io.firedrill.DrillException;
import io.firedrill.fault.ActiveFault;
import io.firedrill.fault.Effect;
import io.firedrill.fault.Fault;
import io.firedrill.fault.FaultCatalog;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.Link;
import io.firedrill.topology.SystemUnderDrill;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A fault whose injector, cure or witness is not what it says. */
record SabotagedFault(Fault fault, Way way) implements Fault {
    private static final long A_WHILE_MILLIS = 300;

    /** Sabotages one fault that is being aimed. */
    @FunctionalInterface
    interface Way {
        /** Gives what is used instead of the fault that the aim takes. */
        ActiveFault spoil(Fault fault, Aim aim);
    }

    /** What is aimed at. */
    record Aim(Fault fault, FaultSpec spec, SystemUnderDrill system) {
        ActiveFault take() {
            return fault.aim(spec, system);
        }

        /** Gives the same order for the neighbour of its target. */
        FaultSpec other() {
            return new FaultSpec(spec.kind(), neighbour(), spec.settings());
        }

        private FaultSpec.Target neighbour() {
            if (spec.target() instanceof FaultSpec.Target.Component component) {
                return new FaultSpec.Target.Component(neighbour(component.name()));
            }
            Link link = ((FaultSpec.Target.OnLink) spec.target()).link();
            Endpoint provider = link.provider();
            return new FaultSpec.Target.OnLink(new Link(neighbour(link.consumer()), provider));
        }

        private static String neighbour(String portal) {
            return portal.equals("portal-1") ? "portal-2" : "portal-1";
        }
    }

    /** Gives the same faults, each sabotaged. */
    static FaultCatalog catalog(FaultCatalog faults, Way way) {
        return FaultCatalog.of(faults.kinds().stream()
                .map(kind -> new SabotagedFault(faults.named(kind.name()), way))
                .toArray(Fault[]::new));
    }

    @Override
    public FaultKind kind() {
        return fault.kind();
    }

    @Override
    public ActiveFault aim(FaultSpec spec, SystemUnderDrill system) {
        return way.spoil(fault, new Aim(fault, spec, system));
    }

    /** The parts of a fault, each of which may be another's. */
    private record Parts(ActiveFault own, Runnable doing, Runnable undoing, Supplier<Effect> seen)
            implements ActiveFault {
        @Override
        public String describe() {
            return own.describe();
        }

        @Override
        public void apply() {
            doing.run();
        }

        @Override
        public Effect effect() {
            return seen.get();
        }

        @Override
        public void close() {
            undoing.run();
        }
    }

    private static Runnable nothing() {
        return () -> {};
    }

    static ActiveFault neverApplied(ActiveFault own) {
        return new Parts(own, nothing(), own::close, own::effect);
    }

    static ActiveFault neverHealed(ActiveFault own) {
        return new Parts(own, own::apply, nothing(), own::effect);
    }

    static ActiveFault healFails(ActiveFault own) {
        Runnable failing = () -> {
            own.close();
            throw new DrillException("the answer to the heal was lost");
        };
        return new Parts(own, own::apply, failing, own::effect);
    }

    static ActiveFault endsByItself(ActiveFault own) {
        Runnable brief = () -> {
            own.apply();
            CompletableFuture.delayedExecutor(A_WHILE_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(own::close);
        };
        return new Parts(own, brief, own::close, own::effect);
    }

    static ActiveFault leftOver(ActiveFault own) {
        own.apply();
        return own;
    }

    static ActiveFault alwaysSeen(ActiveFault own) {
        return new Parts(own, own::apply, own::close, () -> saying(own, Effect.State.IN_EFFECT));
    }

    static ActiveFault neverSeen(ActiveFault own) {
        return new Parts(own, own::apply, own::close, () -> saying(own, Effect.State.UNKNOWN));
    }

    private static Effect saying(ActiveFault own, Effect.State state) {
        Effect seen = own.effect();
        return new Effect(state, seen.witness(), seen.detail());
    }

    static ActiveFault elsewhere(ActiveFault own, ActiveFault other) {
        return new Parts(own, other::apply, other::close, own::effect);
    }

    static ActiveFault notes(ActiveFault own, Runnable note) {
        Runnable noting = () -> {
            note.run();
            own.apply();
        };
        return new Parts(own, noting, own::close, own::effect);
    }

    static ActiveFault toxicityZero(ActiveFault own, Aim aim) {
        Link link = ((FaultSpec.Target.OnLink) aim.spec().target()).link();
        Runnable harmless = () -> {
            own.apply();
            takeTheSting(aim.system(), link);
        };
        return new Parts(own, harmless, own::close, own::effect);
    }

    private static void takeTheSting(SystemUnderDrill system, Link link) {
        try {
            for (Toxic toxic : system.relay(link).proxy().toxics().getAll()) {
                toxic.setToxicity(0);
            }
        } catch (IOException e) {
            throw new DrillException("the toxics of " + link + " could not be changed", e);
        }
    }
}
