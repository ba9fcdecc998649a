package io.firedrill.topology.inprocess;

import java.time.Duration;

/** What stands around the machines of a system, as an engine does around containers. */
interface Platform {

    /** Hears that a component changed: start, die, pause, unpause, healthy, unhealthy. */
    void changed(String component, String state, String detail);

    /** Hears that a component's host was lost, which no platform tells anybody. */
    void lost(String component);

    /** Does something after a while, unless the system is closed before. */
    void after(Duration delay, Runnable action);
}
