package io.firedrill.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A small share of the proof, drawn anew for each build. */
class ProofShareIT {
    private static final int DEFECTS = 6;
    private static final int HEALTHY = 6;
    /** A build may run on a busy machine. */
    private static final int ROUNDS = 3;
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
                new Switches(1, given.healthy(), given.only(), DEFECTS + HEALTHY, given.seed());
        ProofRun run = new ProofRun(switches, "share");
        Proof.Plan all = Proof.plan(run.read(), switches);
        Proof.Plan some = new Proof.Plan(all.healthy(), drawn(all.defects(), switches.seed()));

        Findings findings = run.run(some, ROUNDS);

        ProofRun.say("\n" + ProofTable.of(findings) + "\n\n" + ProofTable.verdict(findings));
        assertThat(findings.faults()).isEmpty();
    }

    private static List<Scenario> drawn(List<Scenario> defects, long seed) {
        List<Scenario> drawn = new ArrayList<>(defects);
        drawn.removeIf(it -> SLOW.contains(it.id().substring(it.id().lastIndexOf('/') + 1)));
        Collections.shuffle(drawn, new Random(seed));
        return drawn.subList(0, Math.min(DEFECTS, drawn.size()));
    }
}
