package io.firedrill.topology.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firedrill.NeedsDocker;
import io.firedrill.topology.Described;
import io.firedrill.topology.ProvisioningException;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.topology.Witness.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How systems come and go. */
@NeedsDocker
class LifecycleIT {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final RunSettings settings = Shop.settings();
    private final List<String> decoys = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void removeDecoys() throws Exception {
        for (String decoy : decoys) {
            Leftovers.docker("rm", "-f", decoy);
        }
    }

    @Test
    void closingTwiceLeavesNothing() throws Exception {
        try (ContainersProvisioner provisioner = new ContainersProvisioner(settings)) {
            SystemUnderDrill system = provisioner.start(Shop.drill("closed"));
            assertThat(Leftovers.of(settings.runId())).hasSizeGreaterThan(7);
            Path relays = folderOf(settings);

            system.close();
            system.close();

            assertThat(Leftovers.of(settings.runId()))
                    .containsExactly(relays.getFileName().toString());
        }
        assertThat(Leftovers.of(settings.runId())).isEmpty();
    }

    @Test
    void aNetworkGoesAlsoWhereSomebodyElseIsOnItWhoStays() throws Exception {
        String stranger = Leftovers.docker("run", "-d", Images.HANDS).get(0);
        decoys.add(stranger);
        try (ContainersProvisioner provisioner = new ContainersProvisioner(settings)) {
            SystemUnderDrill system = provisioner.start(Shop.drill("visited"));
            joinNetworkOfTheDrill(stranger);

            system.close();

            assertThat(Leftovers.of(settings.runId())).hasSize(1);
        }
        assertThat(Leftovers.docker("ps", "-q", "--no-trunc")).contains(stranger);
    }

    @Test
    void twoSystemsOfOneKindRunSideBySideAndOneEndsAlone() throws Exception {
        try (ContainersProvisioner provisioner = new ContainersProvisioner(settings)) {
            CompletableFuture<SystemUnderDrill> one =
                    CompletableFuture.supplyAsync(() -> provisioner.start(Shop.drill("one")));
            try (SystemUnderDrill other = provisioner.start(Shop.drill("two"));
                    SystemUnderDrill first = one.join()) {
                first.relay(Shop.LINK).hold();

                assertThat(first.witness().link(Shop.LINK, SECOND).outcome())
                        .isEqualTo(Outcome.REFUSED);
                assertThat(other.witness().link(Shop.LINK, SECOND).outcome())
                        .isEqualTo(Outcome.ANSWERED);

                first.close();

                assertThat(other.witness().link(Shop.LINK, SECOND).outcome())
                        .isEqualTo(Outcome.ANSWERED);
            }
        }
        assertThat(Leftovers.of(settings.runId())).isEmpty();
    }

    @Test
    void aServiceThatEndsIsNamedWithItsLastWordsAndNothingIsLeft() throws Exception {
        try (ContainersProvisioner provisioner = new ContainersProvisioner(settings)) {
            assertThatThrownBy(() -> provisioner.start(
                            Shop.drill("ends", List.of("compose.yaml", "no-drawer.yaml"), "crash")))
                    .isInstanceOf(ProvisioningException.class)
                    .hasMessage("""
                            system 'shop' did not start: service 'clerk-1' exited with code 7. Its last lines:
                              | cannot find my keys, the word was ${SHOP_PASSWORD}
                            Try it alone: docker compose up clerk-1""");
            assertThat(Leftovers.of(settings.runId())).hasSize(1);
        }
        assertThat(Leftovers.of(settings.runId())).isEmpty();
    }

    @Test
    void aServiceThatIsNotHealthyIsNamedWithItsHealthCheck() {
        try (ContainersProvisioner provisioner = new ContainersProvisioner(settings)) {
            assertThatThrownBy(() -> provisioner.start(
                            Shop.drill("stuck", List.of("compose.yaml", "stuck.yaml"), "crash")))
                    .isInstanceOf(ProvisioningException.class)
                    .hasMessageStartingWith(
                            "system 'shop' did not start: service 'till' runs but is not healthy (unhealthy): its"
                                    + " health check ended with code 1, saying 'the drawer is stuck'"
                                    + " (not up either: clerk-1, clerk-2)");
        }
    }

    @Test
    void aStartIsGivenUpAtItsLimit() throws Exception {
        RunSettings hasty = new RunSettings(
                settings.runId(),
                Map.of(),
                Duration.ofSeconds(3),
                false,
                settings.nanos(),
                settings.owner());
        try (ContainersProvisioner provisioner = new ContainersProvisioner(hasty)) {
            assertThatThrownBy(() -> provisioner.start(
                            Shop.drill("slow", List.of("compose.yaml", "slow.yaml"), "crash")))
                    .isInstanceOf(ProvisioningException.class)
                    .hasMessageContaining("service 'till' runs but is not healthy (starting)");
            assertThat(Leftovers.of(settings.runId())).hasSize(1);
        }
    }

    @Test
    void anImageOfTheRunTakesTheServicesPlace() throws Exception {
        Leftovers.docker("tag", Images.HANDS, "firedrill-test/release:7");
        RunSettings release = new RunSettings(
                settings.runId(),
                Map.of("clerk-2", "firedrill-test/release:7"),
                settings.startLimit(),
                false,
                settings.nanos(),
                settings.owner());
        try (ContainersProvisioner provisioner = new ContainersProvisioner(release);
                SystemUnderDrill system = provisioner.start(Shop.drill("release"))) {
            assertThat(system.components().get(2).facts())
                    .containsEntry("image", "firedrill-test/release:7");
            assertThat(system.components().get(1).facts()).containsEntry("image", Images.HANDS);
        } finally {
            Leftovers.docker("rmi", "firedrill-test/release:7");
        }
    }

    @Test
    void whatIsKeptStaysAndSaysHowToRemoveIt() throws Exception {
        RunSettings keep = new RunSettings(
                settings.runId(),
                Map.of(),
                settings.startLimit(),
                true,
                settings.nanos(),
                settings.owner());
        Path relays;
        String command;
        try (ContainersProvisioner provisioner = new ContainersProvisioner(keep)) {
            SystemUnderDrill system = provisioner.start(Shop.drill("kept"));
            command = ((Described) system).facts().get("kept; remove it with");
            relays = folderOf(settings);
            system.close();
        }
        assertThat(Leftovers.docker(
                        "ps", "-q", "--filter", "label=io.firedrill.run=" + settings.runId()))
                .hasSizeGreaterThan(4);

        new ProcessBuilder("sh", "-c", command).start().waitFor();

        Run.delete(relays);
        assertThat(Leftovers.of(settings.runId())).isEmpty();
    }

    @Test
    void aKilledHarnessLeavesNothingOfARunningSystem() throws Exception {
        Path ready = folder.resolve("ready");
        Process harness = harness(ready, "compose.yaml");
        await("running or ended")
                .atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(ready) || !harness.isAlive());
        assertThat(ready).as(Files.readString(folder.resolve("harness.log"))).exists();
        decoys.addAll(Leftovers.docker(
                "run",
                "-d",
                "--label",
                "io.firedrill.run=" + settings.runId() + "0",
                Images.HANDS));
        joinNetworkOfTheDrill(decoys.get(0));

        harness.destroyForcibly();

        await("nothing left")
                .atMost(Duration.ofSeconds(5))
                .until(() -> Leftovers.of(settings.runId()).isEmpty());
        assertThat(Leftovers.docker("ps", "-q", "--no-trunc")).containsAll(decoys);
    }

    @Test
    void aHarnessKilledInTheMiddleOfAStartLeavesNothing() throws Exception {
        Process harness = harness(folder.resolve("ready"), "compose.yaml", "slow.yaml");
        await("starting")
                .atMost(Duration.ofSeconds(60))
                .until(() -> Leftovers.of(settings.runId()).size() > 1);

        harness.destroyForcibly();

        await("nothing left, and it stays so")
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(7))
                .until(() ->
                        Leftovers.of(settings.runId()).isEmpty() && processesOf(settings) == 0);
    }

    @Test
    void aRunSweepsWhatTheDeadLeftAndNothingOfTheLiving() throws Exception {
        Owner dead = new Owner(
                settings.owner().pid(),
                1,
                settings.owner().bootId(),
                settings.owner().space());
        String ofTheDead = decoy(dead, "it-dead");
        String ofTheLiving = decoy(settings.owner(), "it-living");
        String ofNobody = decoy("somebody", "it-nobody");

        try (ContainersProvisioner provisioner = new ContainersProvisioner(settings)) {
            provisioner.check();
        }

        assertThat(Leftovers.docker("ps", "-q", "--no-trunc"))
                .contains(ofTheLiving, ofNobody)
                .doesNotContain(ofTheDead);
    }

    private void joinNetworkOfTheDrill(String container) throws Exception {
        String ours = "label=io.firedrill.run=" + settings.runId();
        String network =
                Leftovers.docker("network", "ls", "-q", "--filter", ours).get(0);
        Leftovers.docker("network", "connect", network, container);
    }

    /** Counts what still works for a run: compose, its plug-in, the watchdog. */
    private static long processesOf(RunSettings settings) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(settings.runId()))
                        .isPresent())
                .count();
    }

    private String decoy(Object owner, String system) throws Exception {
        String id = Leftovers.docker(
                        "run",
                        "-d",
                        "--label",
                        "io.firedrill.owner=" + owner,
                        "--label",
                        "io.firedrill.system=" + system,
                        Images.HANDS)
                .get(0);
        decoys.add(id);
        return id;
    }

    private Process harness(Path ready, String... files) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-cp",
                System.getProperty("java.class.path"),
                ShopKeeper.class.getName(),
                settings.runId(),
                ready.toString()));
        command.addAll(List.of(files));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("harness.log").toFile())
                .start();
    }

    private static Path folderOf(RunSettings settings) throws IOException, InterruptedException {
        return Leftovers.of(settings.runId()).stream()
                .filter(name -> name.startsWith("firedrill-"))
                .map(name -> Path.of(System.getProperty("java.io.tmpdir"), name))
                .findFirst()
                .orElseThrow();
    }
}
