package io.firedrill.topology;

import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Scenario;

import java.net.InetSocketAddress;
import java.util.Map;

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

    /**
     * Starts the system as {@link #start(Scenario)} does, where its components find those providers
     * who are no part of it.
     *
     * @param outside under which name and port they are found, and where they really are
     * @throws ProvisioningException where there are any and this provisioner can not offer them
     */
    default SystemUnderDrill start(Scenario scenario, Map<Endpoint, InetSocketAddress> outside) {
        if (!outside.isEmpty()) {
            throw new ProvisioningException(
                    "system '" + scenario.system().name()
                            + "': channels that components send to are not offered here yet: "
                            + outside.keySet().stream()
                                    .map(Endpoint::toString)
                                    .sorted()
                                    .toList()
                            + "; allowed are those that look at a page. Run the system in this JVM"
                            + " ('inprocess:'), or take the channels out of its system.yaml",
                    null);
        }
        return start(scenario);
    }
}
