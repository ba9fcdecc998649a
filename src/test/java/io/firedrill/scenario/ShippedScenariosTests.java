package io.firedrill.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.check.Judge;
import io.firedrill.check.Reason;
import io.firedrill.fault.Fault;
import io.firedrill.topology.containers.ContainersProvisioner;
import io.firedrill.topology.inprocess.InprocessProvisioner;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The scenarios that come with Firedrill, with every word that it knows; no system is started. */
class ShippedScenariosTests {
    private static final Path ROOT = Path.of("scenarios");
    private static final Map<String, String> SECRETS = Map.of("BANK_PASSWORD", "right");

    private static Reading shipped() {
        return new ScenarioReader(SECRETS).read(List.of(ROOT), words());
    }

    private static Vocabulary words() {
        Judge judge = Judge.withAllChecks();
        Set<String> capabilities = Stream.of(
                        ContainersProvisioner.CAPABILITIES, InprocessProvisioner.CAPABILITIES)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        return new Vocabulary(
                ServiceLoader.load(Fault.class).stream()
                        .map(fault -> fault.get().kind())
                        .toList(),
                judge.kinds(),
                capabilities,
                judge.implicitIds(),
                Arrays.stream(Reason.values()).map(Enum::name).collect(Collectors.toSet()));
    }

    @Test
    void allOfThemAreReadWithoutAProblem() {
        Reading reading = shipped();

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.drills()).isNotEmpty();
    }

    @Test
    void everyDrillHasATwinThatShowsThatItCanFail() {
        Reading reading = shipped();

        Set<String> shown = reading.twins().stream()
                .map(twin -> twin.twin().orElseThrow().of())
                .collect(Collectors.toSet());
        assertThat(reading.drills()).extracting(Scenario::id).allMatch(shown::contains);
    }
}
