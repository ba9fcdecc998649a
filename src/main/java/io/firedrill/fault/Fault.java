package io.firedrill.fault;

import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.topology.SystemUnderDrill;

/** A way to break a system; found through {@link java.util.ServiceLoader}. */
public interface Fault {

    /** Declares its name, its target and its settings. */
    FaultKind kind();

    /**
     * Takes aim; nothing is touched yet. The fault's target is resolved: a component or a link, no
     * role.
     */
    ActiveFault aim(FaultSpec spec, SystemUnderDrill system);
}
