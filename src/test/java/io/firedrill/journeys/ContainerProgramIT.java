package io.firedrill.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.NeedsDocker;
import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.SystemClock;
import io.firedrill.topology.containers.ContainersProvisioner;
import io.firedrill.topology.containers.RunSettings;
import io.firedrill.traffic.JourneyCatalog;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;

/** A journey by a program in a container, beside a system in containers. */
@NeedsDocker
final class ContainerProgramIT {
    @TempDir
    Path folder;

    @Test
    void aProgramInAContainerSendsCustomersThroughTheEntrysRelayAndIsGoneAfterwards() {
        Path system = folder.resolve("till");
        Played.copy(Path.of("src/test/resources/journeys/till"), system, Map.of());
        String run = UUID.randomUUID().toString().substring(0, 8);
        RunSettings settings = RunSettings.usual(run, new SystemClock()::nanos);
        try (ContainersProvisioner provisioner = new ContainersProvisioner(settings)) {
            Played played = Played.on(provisioner, system, JourneyCatalog.of());

            assertThat(played.causes()).isEmpty();
            assertThat(played.reasons("pay"))
                    .containsKeys(AttemptReason.NONE, AttemptReason.REFUSED)
                    .doesNotContainKey(AttemptReason.HARNESS);
            assertThat(DockerClientFactory.instance()
                            .client()
                            .listContainersCmd()
                            .withShowAll(true)
                            .withLabelFilter(Map.of("io.firedrill.run", run))
                            .exec())
                    .isEmpty();
        }
    }
}
