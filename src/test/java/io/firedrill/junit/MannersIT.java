package io.firedrill.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.NeedsDocker;
import io.firedrill.check.DrillResult;
import io.firedrill.check.Verdict;
import io.firedrill.run.StartGate;
import io.firedrill.run.StopSignal;
import io.firedrill.scenario.Repetition;
import io.firedrill.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compose files of different manners, drilled as they are: that the drill passes means that the
 * relay was between the two, that customers were served, and that everything was found again. One
 * of them runs twice at the same time.
 */
@NeedsDocker
final class MannersIT {
    private static final Path MANNERS = Path.of("src/test/resources/manners");
    private static final String TWICE = "fixed-names";

    @TempDir
    Path root;

    @TempDir
    Path packs;

    @BeforeEach
    void besideEachComposeFileASystemAndADrill() throws IOException {
        try (Stream<Path> files = Files.walk(MANNERS)) {
            for (Path file : files.toList()) {
                Path copy = root.resolve(MANNERS.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        for (Path folder : systems()) {
            Files.writeString(folder.resolve("system.yaml"), """
                    system: %s
                    title: A shop of other manners
                    compose: compose.yaml
                    entries: {web: "front:8080"}
                    links: ["front -> web:8080"]
                    journeys:
                      visit:
                        entry: web
                        deadline: 2s
                        do: [{get: /, expect: {status: 200, json: {shop: open}}}]
                    """.formatted(folder.getFileName()));
            Files.writeString(folder.resolve("slow.yaml"), """
                    drill: The way from the front to the web server is slow
                    customers: {visit: 20/s}
                    baseline: {for: 2s, at-most: 2 failures}
                    steps:
                      - inject: {delay: "front -> web:8080", by: 150ms, called: slow way}
                      - when: {after: 3s}
                        heal: slow way
                    objectives:
                      - availability: {of: visit, at-least: 90%, window: 3s}
                    limit: 1m
                    """);
        }
    }

    private List<Path> systems() throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.sorted().toList();
        }
    }

    @Test
    void composeFilesOfOtherPeopleAreDrilledUnchanged() throws Exception {
        Properties switches = new Properties();
        switches.setProperty("firedrill.scenarios", root.toString());
        ExecutorService two = Executors.newFixedThreadPool(2);
        try (LocalDrills drills = new LocalDrills(switches)) {
            DrillRuns.Plan plan = drills.plan(List.of());
            assertThat(plan.problems()).isEmpty();
            Map<String, Future<DrillResult>> results = new TreeMap<>();
            for (Scenario drill : inOrder(plan.chosen())) {
                String name = results.size() + " " + drill.id();
                Path pack = Files.createDirectory(packs.resolve(String.valueOf(results.size())));
                results.put(name, two.submit(() -> run(drills, drill, pack)));
            }

            assertThat(results).hasSize(7);
            for (Map.Entry<String, Future<DrillResult>> result : results.entrySet()) {
                assertThat(result.getValue().get().causes()).as(result.getKey()).isEmpty();
                assertThat(result.getValue().get().status()).isEqualTo(Verdict.Status.PASS);
            }
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    void aReleaseThatIsNowhereStopsTheRunBeforeAnythingStarts() throws Exception {
        Properties switches = new Properties();
        switches.setProperty("firedrill.scenarios", root.resolve(TWICE).toString());
        switches.setProperty("firedrill.image.web", "firedrill.invalid/no-such-release:1");
        try (LocalDrills drills = new LocalDrills(switches)) {
            DrillRuns.Plan plan = drills.plan(List.of());
            assertThat(plan.budget().notes())
                    .contains("Release under test: web runs firedrill.invalid/no-such-release:1");

            DrillResult result = run(drills, plan.chosen().get(0), packs);

            assertThat(result.status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
            assertThat(result.causes().get(0).headline())
                    .contains("firedrill.image.web: image 'firedrill.invalid/no-such-release:1' is"
                            + " not on this machine, and could not be pulled: ")
                    .endsWith(". Build it first, or name another");
            assertThat(packs.resolve("logs")).isEmptyDirectory();
        }
    }

    /** The one that runs twice comes first, so that both its runs are under way at once. */
    private static List<Scenario> inOrder(List<Scenario> drills) {
        List<Scenario> twice = drills.stream()
                .filter(drill -> drill.id().startsWith(TWICE + "/"))
                .toList();
        List<Scenario> order = new ArrayList<>(twice);
        order.addAll(twice);
        drills.stream().filter(drill -> !twice.contains(drill)).forEach(order::add);
        return order;
    }

    private static DrillResult run(LocalDrills drills, Scenario drill, Path pack)
            throws InterruptedException {
        return drills.run(new DrillRuns.Order(
                        drill,
                        Repetition.once(drill),
                        pack,
                        StartGate.open(),
                        new StopSignal(),
                        journal -> {}))
                .result();
    }
}
