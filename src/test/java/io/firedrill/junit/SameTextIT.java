package io.firedrill.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.check.Verdict;
import io.firedrill.run.StartGate;
import io.firedrill.run.StopSignal;
import io.firedrill.scenario.Repetition;
import io.firedrill.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The drills of the real bank, text for text, on the pocket bank. Needs no Docker. */
@Execution(ExecutionMode.CONCURRENT)
final class SameTextIT {
    private static final Path BANK = Path.of("scenarios/bank");
    private static final Path POCKET = Path.of("scenarios/pocket");
    /** The pocket bank has no etcd, no images, and no scripts of Patroni. */
    private static final List<String> WORDS_OF_CONTAINERS =
            List.of("etcd-1", "swap-image", "/etc/patroni");

    @TempDir
    Path root;

    @TempDir
    Path packs;

    @BeforeEach
    void thePocketBankWithTheDrillsOfTheRealOne() throws IOException {
        Path folder = Files.createDirectory(root.resolve("pocket"));
        for (String file : List.of("system.yaml", "pocket.env")) {
            Files.copy(POCKET.resolve(file), folder.resolve(file));
        }
        try (Stream<Path> drills = Files.list(BANK)) {
            for (Path drill : drills.filter(SameTextIT::isDrill).toList()) {
                if (WORDS_OF_CONTAINERS.stream().noneMatch(Files.readString(drill)::contains)) {
                    Files.copy(drill, folder.resolve(drill.getFileName()));
                }
            }
        }
    }

    private static boolean isDrill(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".yaml")
                && !name.equals("system.yaml")
                && !name.endsWith("compose.yaml");
    }

    @Test
    void everyDrillFitsAndTheOneThatMattersMostPasses() throws Exception {
        Properties switches = new Properties();
        switches.setProperty("firedrill.scenarios", root.toString());
        switches.setProperty("firedrill.mode", "inprocess");
        try (LocalDrills drills = new LocalDrills(switches)) {
            DrillRuns.Plan plan = drills.plan(List.of());

            assertThat(plan.problems()).isEmpty();
            assertThat(plan.chosen())
                    .extracting(Scenario::name)
                    .contains("primary-lost", "portal-crashed", "portal-frozen", "portal-link-cut");
            assertThat(run(drills, plan, "primary-lost")).isEqualTo(Verdict.Status.PASS);
        }
    }

    private Verdict.Status run(LocalDrills drills, DrillRuns.Plan plan, String name)
            throws Exception {
        Scenario drill = plan.chosen().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
        Path pack = Files.createDirectory(packs.resolve(name));
        return drills.run(new DrillRuns.Order(
                        drill,
                        Repetition.once(drill),
                        pack,
                        StartGate.open(),
                        new StopSignal(),
                        journal -> {}))
                .result()
                .status();
    }
}
