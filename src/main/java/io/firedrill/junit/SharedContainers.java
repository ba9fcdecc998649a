package io.firedrill.junit;

import io.firedrill.journal.SystemClock;
import io.firedrill.scenario.Options;
import io.firedrill.topology.containers.ContainersProvisioner;
import io.firedrill.topology.containers.Owner;
import io.firedrill.topology.containers.RunSettings;

import java.util.Map;
import java.util.UUID;

/**
 * What the drills of one run share: the provisioner with its watchdog, and facts about the run.
 *
 * @param facts name to value
 */
record SharedContainers(ContainersProvisioner provisioner, Map<String, String> facts)
        implements AutoCloseable {
    private static final int ID_LENGTH = 8;

    static SharedContainers open(Options options) {
        String run = UUID.randomUUID().toString().substring(0, ID_LENGTH);
        RunSettings settings = new RunSettings(
                run,
                options.images(),
                RunSettings.USUAL_START_LIMIT,
                options.keep(),
                new SystemClock()::nanos,
                Owner.current());
        return new SharedContainers(new ContainersProvisioner(settings), RunFacts.gather(options));
    }

    @Override
    public void close() {
        provisioner.close();
    }
}
