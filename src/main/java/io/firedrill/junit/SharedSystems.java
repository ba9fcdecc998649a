package io.firedrill.junit;

import io.firedrill.journal.SystemClock;
import io.firedrill.scenario.Options;
import io.firedrill.topology.Provisioner;
import io.firedrill.topology.containers.ContainersProvisioner;
import io.firedrill.topology.containers.Owner;
import io.firedrill.topology.containers.RunSettings;
import io.firedrill.topology.inprocess.InprocessProvisioner;

import java.util.Map;
import java.util.UUID;

/**
 * What the drills of one run share: who makes their systems, and facts about the run.
 *
 * @param facts name to value
 * @param abandon takes every system down at once, under the drills that use it
 * @param end ends what is shared, once the drills are over
 */
record SharedSystems(
        Provisioner provisioner, Map<String, String> facts, Runnable abandon, Runnable end) {
    private static final int ID_LENGTH = 8;

    /** Opens what makes systems in containers. */
    static SharedSystems containers(Options options) {
        String run = UUID.randomUUID().toString().substring(0, ID_LENGTH);
        RunSettings settings = new RunSettings(
                run,
                options.images(),
                RunSettings.USUAL_START_LIMIT,
                options.keep(),
                new SystemClock()::nanos,
                Owner.current());
        ContainersProvisioner containers = new ContainersProvisioner(settings);
        return new SharedSystems(
                containers, RunFacts.gather(options), containers::abandon, containers::close);
    }

    /** Opens what makes systems in this JVM, with which they end as well. */
    static SharedSystems inprocess(Options options) {
        SystemClock clock = new SystemClock();
        InprocessProvisioner pocket = new InprocessProvisioner(clock::nanos, clock::wall);
        return new SharedSystems(pocket, RunFacts.gather(options), () -> {}, pocket::close);
    }
}
