package io.firedrill.evidence.programme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What drills last said of some objectives. */
final class ProofsTests {
    private static Proofs proofs(Standings standings) {
        return Proofs.of(
                standings.standing(), (drill, objective) -> objective.kind().equals("recovery"));
    }

    private static Standings one() {
        return new Standings().drill("bank/primary-lost", "host lost", "recovery", "data-loss");
    }

    @Test
    void noDrillIsSaidToBeNone() {
        Proofs proofs = proofs(new Standings());

        assertThat(proofs.verdict()).isEqualTo("NO DRILL");
        assertThat(proofs.newest()).isEqualTo("never");
        assertThat(proofs.counted()).isEqualTo("no drill has such an objective");
    }

    @Test
    void aPassCountsUntilItExpires() {
        assertThat(proofs(one().ran("bank/primary-lost", 29, "PASS")).verdict()).isEqualTo("PASS");
        assertThat(proofs(one().ran("bank/primary-lost", 30, "PASS")).verdict())
                .isEqualTo("EXPIRED");
        assertThat(proofs(one()).verdict()).isEqualTo("NOT RUN");
    }

    @Test
    void whatWasNotAllRunIsNoWholePass() {
        Standings two = one().drill("bank/b", "host lost", "recovery");

        assertThat(proofs(two.ran("bank/primary-lost", 1, "PASS")).verdict()).isEqualTo("PARTLY");
        assertThat(proofs(two.ran("bank/b", 1, "PASS")).verdict()).isEqualTo("PASS");
    }

    @Test
    void oneFailureIsNotOutvoted() {
        Proofs proofs = proofs(one().drill("bank/b", "host lost", "recovery")
                .drill("bank/c", "site lost", "recovery")
                .ran("bank/primary-lost", 1, "PASS")
                .ran("bank/b", 3, "FAIL"));

        assertThat(proofs.verdict()).isEqualTo("FAIL");
        assertThat(proofs.newest()).isEqualTo("2026-11-22");
        assertThat(proofs.counted())
                .isEqualTo("3 objectives in 3 drills: 1 PASS, 1 FAIL, 1 not run");
    }
}
