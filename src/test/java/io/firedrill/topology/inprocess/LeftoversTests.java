package io.firedrill.topology.inprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firedrill.RealTime;
import io.firedrill.topology.Capability.Losable;
import io.firedrill.topology.Capability.Pausable;
import io.firedrill.topology.Component;
import io.firedrill.topology.SystemUnderDrill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What fifty systems leave behind, whatever was broken when they were closed: nothing. */
@RealTime
@EnabledOnOs(OS.LINUX)
final class LeftoversTests {
    private static final int SYSTEMS = 50;
    private static final Path OPEN = Path.of("/proc/self/fd");

    @Test
    void fiftySystemsLeaveNoThreadAndNoSocket() throws IOException {
        run(1);
        long sockets = sockets();
        Set<Thread> others = threads();

        run(SYSTEMS);

        await().untilAsserted(() -> assertThat(threads()).isSubsetOf(others));
        await().until(() -> sockets() <= sockets);
        assertThat(sockets()).isLessThanOrEqualTo(sockets);
    }

    private static void run(int systems) {
        List<PocketSystem> known = List.of(new Corner());
        try (InprocessProvisioner provisioner =
                new InprocessProvisioner(known, System::nanoTime, Instant::now)) {
            for (int i = 0; i < systems; i++) {
                try (SystemUnderDrill system = provisioner.start(Corner.drill())) {
                    breakSomething(i, system.components().get(0));
                }
            }
        }
    }

    private static void breakSomething(int number, Component component) {
        if (number % 10 == 0) {
            component.as(Losable.class).orElseThrow().lose();
        } else if (number % 3 == 0) {
            component.as(Pausable.class).orElseThrow().pause();
        }
    }

    /** Gives those of systems and relays, also what another test of this JVM still holds. */
    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("pocket-")
                        || thread.getName().startsWith("firedrill-relay"))
                .collect(Collectors.toSet());
    }

    private static long sockets() throws IOException {
        try (Stream<Path> open = Files.list(OPEN)) {
            return open.filter(LeftoversTests::isSocket).count();
        }
    }

    private static boolean isSocket(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().startsWith("socket:");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
