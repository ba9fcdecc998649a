package io.firedrill.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.example.journeys.AmqpPublish;
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

/** The example of a journey by AMQP in a drill against RabbitMQ, where somebody built its image. */
@NeedsDocker
final class RabbitIT {
    private static final String IMAGE = "firedrill/rabbitmq:4.0";

    @TempDir
    Path folder;

    @Test
    void whatRabbitMqConfirmedSurvivesItsDeath() {
        assumeThat(isHere())
                .as(IMAGE + ", which the example's Dockerfile makes")
                .isTrue();
        Path system = folder.resolve("rabbitmq");
        Played.copy(Path.of("src/docs/example/journeys/rabbitmq"), system, Map.of());
        String run = UUID.randomUUID().toString().substring(0, 8);
        RunSettings settings = RunSettings.usual(run, new SystemClock()::nanos);

        try (ContainersProvisioner provisioner = new ContainersProvisioner(settings)) {
            Played played = Played.on(provisioner, system, JourneyCatalog.of(new AmqpPublish()));

            assertThat(played.causes()).isEmpty();
            assertThat(played.reasons("payment"))
                    .containsKeys(AttemptReason.NONE, AttemptReason.REFUSED)
                    .doesNotContainKey(AttemptReason.HARNESS);
            ProtocolsIT.everyAcknowledgedWriteWasFound(played, "payment");
        }
    }

    private static boolean isHere() {
        return DockerClientFactory.instance()
                .client()
                .listImagesCmd()
                .withReferenceFilter(IMAGE)
                .exec()
                .stream()
                .findAny()
                .isPresent();
    }
}
