package io.firedrill.run;

import io.firedrill.DrillException;
import io.firedrill.fault.ActiveFault;
import io.firedrill.fault.Effect;
import io.firedrill.fault.Fault;
import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.topology.SystemUnderDrill;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A fault that does what its test says, and throws where it says so. */
final class ScriptedFault implements Fault {
    final List<String> calls = new ArrayList<>();
    private final String name;
    private final FakeShop shop;
    private final Set<String> throwing;
    private Runnable atEachLook = () -> {};

    ScriptedFault(String name, FakeShop shop, String... throwing) {
        this.name = name;
        this.shop = shop;
        this.throwing = Set.of(throwing);
    }

    /** Lets time pass at each look, where a witness looks in vain until its time is over. */
    ScriptedFault leapingOn(HurriedClock clock) {
        atEachLook = clock::leap;
        return this;
    }

    @Override
    public FaultKind kind() {
        return FaultKind.onComponent(name, "pause", List.of(), "for tests");
    }

    @Override
    public ActiveFault aim(FaultSpec spec, SystemUnderDrill system) {
        calls.add("aim " + ((FaultSpec.Target.Component) spec.target()).name());
        return new Active();
    }

    private final class Active implements ActiveFault {
        private boolean on;

        @Override
        public String describe() {
            return "scripted " + name;
        }

        @Override
        public void apply() {
            does("apply");
            on = true;
            shop.down.set(true);
        }

        @Override
        public Effect effect() {
            atEachLook.run();
            if (throwing.contains("effect")) {
                throw new DrillException("effect went wrong");
            }
            return new Effect(on ? Effect.State.IN_EFFECT : Effect.State.ABSENT, "the test", "");
        }

        @Override
        public void close() {
            does("close");
            on = false;
            shop.down.set(false);
        }

        private void does(String what) {
            calls.add(what);
            if (throwing.contains(what)) {
                throw new DrillException(what + " went wrong");
            }
        }
    }
}
