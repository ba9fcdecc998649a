package io.firedrill.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.NeedsDocker;
import io.firedrill.check.DrillResult;
import io.firedrill.check.Verdict;
import io.firedrill.run.StartGate;
import io.firedrill.run.StopSignal;
import io.firedrill.scenario.Link;
import io.firedrill.scenario.Repetition;
import io.firedrill.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The control run: a drill of the bank with a relay on every link that it lists, and the same drill
 * with none but the customers' own, come to the same verdicts.
 */
@NeedsDocker
final class RelaysChangeNothingIT {
    @TempDir
    Path folder;

    @Test
    void aDrillWithRelaysAndOneWithoutAgree() throws Exception {
        Properties switches = new Properties();
        switches.setProperty("firedrill.drills", "bank/portal-crashed");
        switches.setProperty("firedrill.twins", "false");
        try (LocalDrills drills = new LocalDrills(switches)) {
            DrillRuns.Plan plan = drills.plan(List.of(Path.of("scenarios")));
            assertThat(plan.problems()).isEmpty();
            Scenario plain = plan.chosen().get(0);
            assertThat(plain.relayed()).isEmpty();

            DrillResult without = run(drills, plain, "without");
            DrillResult with = run(drills, relayed(plain, plain.system().links()), "with");

            assertThat(statuses(with)).isEqualTo(statuses(without));
            assertThat(without.status()).isEqualTo(Verdict.Status.PASS);
        }
    }

    private DrillResult run(LocalDrills drills, Scenario scenario, String name) throws Exception {
        Path pack = Files.createDirectory(folder.resolve(name));
        DrillRuns.Order order = new DrillRuns.Order(
                scenario,
                Repetition.once(scenario),
                pack,
                StartGate.open(),
                new StopSignal(),
                journal -> {});
        return drills.run(order).result();
    }

    private static Map<String, String> statuses(DrillResult result) {
        Map<String, String> statuses = new TreeMap<>();
        result.verdicts()
                .forEach(verdict ->
                        statuses.put(verdict.id(), verdict.status() + " " + verdict.reason()));
        return statuses;
    }

    private static Scenario relayed(Scenario drill, List<Link> links) {
        return new Scenario(
                drill.id(),
                drill.file(),
                drill.title(),
                drill.about(),
                drill.system(),
                drill.customers(),
                drill.baseline(),
                drill.steps(),
                drill.objectives(),
                links,
                drill.limit(),
                drill.twin());
    }
}
