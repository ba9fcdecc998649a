package io.firedrill.topology.containers;

import static io.firedrill.topology.containers.Releaser.CLERK_1;
import static io.firedrill.topology.containers.Releaser.CLERK_2;
import static io.firedrill.topology.containers.Releaser.TILL;

import io.firedrill.journal.SystemClock;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.topology.SystemUnderDrill;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * A harness to be killed amid faults: injects one after the other and heals none, says in a file
 * that it has begun and then that it has done so, and waits for its end.
 */
final class Wrecker {
    private Wrecker() {}

    /** What can be done to a component and its container, all on one system at once. */
    private static final List<FaultSpec> ALL = List.of(
            Releaser.swap("till-crashing", CLERK_2),
            Releaser.on(TILL, "restart", Map.of()),
            Releaser.on(TILL, "starve", Map.of("cpu", 0.3, "memory", 100_000_000L)),
            Releaser.on(TILL, "fill-disk", Map.of("path", "/drawer", "size", 20_000_000L)),
            Releaser.on(
                    TILL,
                    "exec",
                    Map.of(
                            "run", List.of("touch", "/drawer/open"),
                            "undo", List.of("rm", "/drawer/open"),
                            "proof", List.of("test", "-e", "/drawer/open"))),
            Releaser.partition(Releaser.several(TILL), Releaser.several(CLERK_1)),
            Releaser.isolate(CLERK_1),
            Releaser.on(CLERK_1, "stop", Map.of()),
            Releaser.on(TILL, "pause", Map.of()));

    /** Takes the run id, the file, and how many of the faults to inject. */
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[1]);
        RunSettings settings = RunSettings.usual(arguments[0], new SystemClock()::nanos);
        FaultSpec[] faults =
                ALL.subList(0, Integer.parseInt(arguments[2])).toArray(FaultSpec[]::new);
        try (ContainersProvisioner provisioner = new ContainersProvisioner(settings);
                SystemUnderDrill system = provisioner.start(Releaser.drill("wrecked", faults))) {
            Files.writeString(file, "begun");
            for (FaultSpec fault : faults) {
                Releaser.aim(fault, system).apply();
            }
            Files.writeString(file, "done");
            new CountDownLatch(1).await();
        }
    }
}
