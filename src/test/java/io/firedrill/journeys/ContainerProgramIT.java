package io.firedrill.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import io.firedrill.NeedsDocker;
import io.firedrill.check.Verdict;
import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;
import io.firedrill.journal.SystemClock;
import io.firedrill.topology.containers.ContainersProvisioner;
import io.firedrill.topology.containers.RunSettings;
import io.firedrill.traffic.JourneyCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;

/** A journey by a program in a container, beside a system in containers. */
@NeedsDocker
final class ContainerProgramIT {
    @TempDir
    Path folder;

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aProgramInAContainerSendsCustomersThroughTheEntrysRelayAndIsGoneAfterwards() {
        Played played = till(Map.of());

        assertThat(played.causes()).isEmpty();
        assertThat(played.reasons("pay"))
                .containsKeys(AttemptReason.NONE, AttemptReason.REFUSED)
                .doesNotContainKey(AttemptReason.HARNESS);
        nothingIsLeft();
    }

    @Test
    void aProgramWhoseImageIsNowhereIsFoundBeforeAnythingStarts() {
        Played played =
                till(Map.of("firedrill/hands:1\", command", "firedrill.invalid/pay:1\", command"));

        assertThat(played.result().status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
        assertThat(played.causes())
                .anySatisfy(cause -> assertThat(cause)
                        .contains("journey 'pay': image 'firedrill.invalid/pay:1' is not on this"
                                + " machine, and could not be pulled: ")
                        .endsWith(". Build it first, or name another"));
        assertThat(played.events(Event.ComponentSeen.class)).isEmpty();
        nothingIsLeft();
    }

    @Test
    void aProgramsContainerThatIsKilledMakesTheDrillInconclusive() {
        ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
        killer.scheduleWithFixedDelay(this::killProgram, 0, 200, TimeUnit.MILLISECONDS);
        try {
            Played played = till(Map.of());

            assertThat(played.result().status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
            assertThat(played.causes())
                    .anySatisfy(cause -> assertThat(cause)
                            .contains("the program of journey 'pay': ended with exit code 137"));
        } finally {
            killer.shutdownNow();
        }
        nothingIsLeft();
    }

    /** Kills it as soon as it has sent somebody; what cannot be killed yet is tried again. */
    private void killProgram() {
        DockerClient docker = DockerClientFactory.instance().client();
        ours(docker).stream()
                .filter(it -> it.getNames()[0].endsWith("-program-pay"))
                .filter(it -> "running".equals(it.getState()))
                .forEach(it -> {
                    try {
                        docker.killContainerCmd(it.getId()).exec();
                    } catch (ConflictException | NotFoundException gone) {
                        return;
                    }
                });
    }

    private List<Container> ours(DockerClient docker) {
        return docker.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of("io.firedrill.run", run))
                .exec();
    }

    private void nothingIsLeft() {
        assertThat(ours(DockerClientFactory.instance().client())).isEmpty();
    }

    private Played till(Map<String, String> changed) {
        Path system = folder.resolve("till");
        Played.copy(Path.of("src/test/resources/journeys/till"), system, changed);
        RunSettings settings = RunSettings.usual(run, new SystemClock()::nanos);
        try (ContainersProvisioner provisioner = new ContainersProvisioner(settings)) {
            return Played.on(provisioner, system, JourneyCatalog.of());
        }
    }
}
