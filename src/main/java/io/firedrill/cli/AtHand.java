package io.firedrill.cli;

import io.firedrill.check.Judge;
import io.firedrill.fault.FaultCatalog;
import io.firedrill.scenario.Vocabulary;
import io.firedrill.topology.containers.ContainersProvisioner;
import io.firedrill.topology.inprocess.InprocessProvisioner;
import io.firedrill.traffic.JourneyCatalog;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that scenarios may use here: those of every fault and check on the class path. */
final class AtHand {
    private AtHand() {}

    static Vocabulary vocabulary() {
        Set<String> capabilities = Stream.of(
                        ContainersProvisioner.CAPABILITIES, InprocessProvisioner.CAPABILITIES)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        return Judge.withAllChecks()
                .vocabulary(
                        FaultCatalog.load().kinds(),
                        capabilities,
                        JourneyCatalog.load().kinds());
    }
}
