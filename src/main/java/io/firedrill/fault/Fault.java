package io.firedrill.fault;

import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.PlainWords;
import io.firedrill.topology.SystemUnderDrill;

/** A way to break a system; found through {@link java.util.ServiceLoader}. */
public interface Fault {

    /** Declares its name, its target and its settings. */
    FaultKind kind();

    /**
     * Says in plain words what it will do to what, before anything runs; the target may be a role.
     * Where it is not said better, from what the kind declares.
     */
    default String explain(FaultSpec spec) {
        String meaning = kind().meaning();
        return PlainWords.kind(
                spec.kind() + " on " + PlainWords.target(spec.target()) + ": " + meaning,
                kind().settings(),
                spec.settings());
    }

    /**
     * Takes aim; nothing is touched yet. The fault's target is resolved: a component or a link, no
     * role.
     */
    ActiveFault aim(FaultSpec spec, SystemUnderDrill system);
}
