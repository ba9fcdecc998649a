package io.firedrill.scenario;

import io.firedrill.check.Judge;
import io.firedrill.fault.FaultCatalog;
import io.firedrill.topology.containers.ContainersProvisioner;
import io.firedrill.topology.inprocess.InprocessProvisioner;
import io.firedrill.traffic.JourneyCatalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scenarios that come with Firedrill, as they are read; no system is started. */
public final class Shipped {
    private static final Map<String, String> SECRETS = Map.of("BANK_PASSWORD", "right");

    private Shipped() {}

    /** Gives the drill, or the twin, of one of the folders by its id. */
    public static Scenario drill(String id) {
        Reading reading = new ScenarioReader(SECRETS).read(List.of(Path.of("scenarios")), words());
        return Stream.concat(reading.drills().stream(), reading.twins().stream())
                .filter(drill -> drill.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + ": " + reading.problems()));
    }

    private static Vocabulary words() {
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
