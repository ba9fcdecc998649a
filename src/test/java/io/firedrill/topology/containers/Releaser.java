package io.firedrill.topology.containers;

import io.firedrill.fault.ActiveFault;
import io.firedrill.fault.FaultCatalog;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.FaultSpec.Target;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Settings;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.Trigger;
import io.firedrill.topology.SystemUnderDrill;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A shop with releases to be put on, and orders for faults of several of its components. */
final class Releaser {
    static final Target TILL = new Target.Component("till");
    static final Target CLERK_1 = new Target.Component("clerk-1");
    static final Target CLERK_2 = new Target.Component("clerk-2");

    private Releaser() {}

    static FaultSpec isolate(Target... members) {
        return new FaultSpec("isolate", several(members), none());
    }

    static FaultSpec partition(Target.Several... groups) {
        return new FaultSpec("partition", new Target.Groups(List.of(groups)), none());
    }

    static FaultSpec swap(String to, Target... members) {
        return new FaultSpec("swap-image", several(members), new Settings(Map.of("to", to)));
    }

    static FaultSpec on(Target target, String kind, Map<String, Object> settings) {
        return new FaultSpec(kind, target, new Settings(settings));
    }

    static Target.Several several(Target... members) {
        return new Target.Several(List.of(members));
    }

    private static Settings none() {
        return new Settings(Map.of());
    }

    static ActiveFault aim(FaultSpec spec, SystemUnderDrill system) {
        return FaultCatalog.load().named(spec.kind()).aim(spec, system);
    }

    /** Gives a drill of the faults, so that all is made ready that they need. */
    static Scenario drill(String id, FaultSpec... faults) {
        List<Step> steps = Stream.of(faults)
                .<Step>map(fault -> new Step.Inject(
                        new Trigger.After(Duration.ZERO), fault.target().text(), fault))
                .toList();
        return Shop.drill(id, List.of("compose.yaml", "releases.yaml"), steps);
    }
}
