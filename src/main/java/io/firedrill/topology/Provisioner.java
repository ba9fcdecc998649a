package io.firedrill.topology;

import io.firedrill.scenario.Scenario;

/** Makes a running system out of its description. */
@FunctionalInterface
public interface Provisioner {

    /**
     * Starts the system that the scenario needs and returns when it says it is ready; on failure
     * nothing is left running.
     *
     * @throws ProvisioningException naming the service that did not come up, with its last log
     *     lines
     */
    SystemUnderDrill start(Scenario scenario);
}
