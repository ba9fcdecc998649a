package io.firedrill.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The proof: every seeded defect is caught each time for its reason, and the healthy bank never
 * fails. Run by {@code mvn verify -Pproof}.
 */
class ProofIT {
    private static final int TIMES = 20;
    private static final int HEALTHY = 1000;

    @Test
    void everyDefectIsCaughtAndTheHealthyBankNeverFails() throws Exception {
        Switches switches = Switches.from(System.getProperties(), TIMES, HEALTHY);
        ProofRun run = new ProofRun(switches, "full");

        // Of the healthy bank it is counted how often it can not tell.
        Findings findings = run.run(
                Proof.plan(run.read(), switches),
                outcome -> outcome.trial().scenario().twin().isPresent());

        ProofReport.write(findings, Path.of("reports", "latest"));
        ProofRun.say("\n" + ProofTable.of(findings) + "\n\n" + ProofTable.verdict(findings));
        assertThat(findings.faults()).isEmpty();
    }
}
