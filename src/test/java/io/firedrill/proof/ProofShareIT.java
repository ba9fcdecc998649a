package io.firedrill.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A small share of the proof, drawn anew for each build. A build may run on a machine that is busy
 * with something else, which a pocket system and its judge share: then a drill may not tell. What
 * it may not do is lie; and most must tell, for a share in which nobody does proves nothing.
 */
@Execution(ExecutionMode.CONCURRENT)
class ProofShareIT {
    private static final int DEFECTS = 3;
    private static final int HEALTHY = 3;
    private static final int SIDE_BY_SIDE = 6;
    private static final double MOST = 2.0 / 3;
    /** Those that take long are left to the whole proof. */
    private static final List<String> SLOW = List.of(
            "does-not-start",
            "down-from-start",
            "failback-loses-writes",
            "heal-does-nothing",
            "log-full",
            "mostly-down",
            "mostly-up",
            "never-rejoins",
            "never-well-again",
            "no-traffic",
            "one-portal-only",
            "one-journey-only",
            "probe-answers-itself",
            "promoted-read-only",
            "rejoins-too-late",
            "role-probe-answers-itself",
            "router-believes-for-long",
            "slow-instead-of-down",
            "too-few-customers",
            "two-primaries",
            "witness-is-blind");

    @Test
    void someDefectsAreCaughtAndSomeHealthyDrillsPass() throws Exception {
        Switches given = Switches.from(System.getProperties(), 1, HEALTHY);
        Switches switches =
                new Switches(1, given.healthy(), given.only(), SIDE_BY_SIDE, given.seed());
        ProofRun run = new ProofRun(switches, "share");
        Proof.Plan all = Proof.plan(run.read(), switches);
        Proof.Plan some = new Proof.Plan(all.healthy(), drawn(all.defects(), switches.seed()));

        Findings findings = run.run(some, outcome -> true);

        ProofRun.say("\n" + ProofTable.of(findings) + "\n\n" + ProofTable.verdict(findings));
        assertThat(findings.lies()).isEmpty();
        int drills = DEFECTS + findings.healthyTrials();
        assertThat(told(findings)).as("of " + drills).isGreaterThanOrEqualTo((int) (drills * MOST));
    }

    private static int told(Findings findings) {
        int caught =
                findings.defects().stream().mapToInt(Findings.Defect::caught).sum();
        return caught + findings.healthyTrials() - findings.inconclusive();
    }

    private static List<Scenario> drawn(List<Scenario> defects, long seed) {
        List<Scenario> drawn = new ArrayList<>(defects);
        drawn.removeIf(it -> SLOW.contains(it.id().substring(it.id().lastIndexOf('/') + 1)));
        Collections.shuffle(drawn, new Random(seed));
        return drawn.subList(0, Math.min(DEFECTS, drawn.size()));
    }
}
