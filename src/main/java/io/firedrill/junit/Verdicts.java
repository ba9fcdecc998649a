package io.firedrill.junit;

import io.firedrill.check.Verdict;
import io.firedrill.evidence.Drilled;
import io.firedrill.evidence.Leaf;
import io.firedrill.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import org.opentest4j.AssertionFailedError;

/**
 * What came of a drill that a test ran.
 *
 * @param status FAIL where the system failed it, INCONCLUSIVE where it does not tell
 * @param all the verdicts on its objectives, and on the checks that are always on
 * @param leaves what passed and what did not, in sentences; of a twin, whether it was caught
 * @param pack the folder of its evidence
 */
public record Verdicts(
        Scenario scenario, Verdict.Status status, List<Verdict> all, List<Leaf> leaves, Path pack) {

    static Verdicts of(Drilled drilled, Path latest) {
        return new Verdicts(
                drilled.scenario(),
                drilled.result().status(),
                List.copyOf(drilled.result().verdicts()),
                Leaf.of(drilled),
                latest.resolve(drilled.pack()));
    }

    /**
     * Gives the verdict on an objective, or of a check that is always on.
     *
     * @throws IllegalArgumentException naming those that there are
     */
    public Verdict of(String id) {
        return all.stream()
                .filter(verdict -> verdict.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no verdict '" + id
                        + "'; there are: "
                        + String.join(", ", all.stream().map(Verdict::id).toList())));
    }

    /** Says whether the drill passed; of a twin, whether it was caught. */
    public boolean passed() {
        return leaves.stream().allMatch(leaf -> leaf.status() == Verdict.Status.PASS);
    }

    /**
     * Demands that it passed.
     *
     * @throws AssertionFailedError where the system failed the drill, saying all that did not hold
     * @throws InconclusiveDrillException where the drill does not tell, saying why
     */
    public void assertPassed() {
        if (passed()) {
            return;
        }
        StringBuilder text = new StringBuilder(scenario.id());
        leaves.stream()
                .filter(leaf -> leaf.status() != Verdict.Status.PASS)
                .forEach(leaf -> text.append(System.lineSeparator()).append(leaf.message()));
        text.append(System.lineSeparator()).append("evidence: ").append(pack);
        if (leaves.stream().anyMatch(leaf -> leaf.status() == Verdict.Status.FAIL)) {
            throw new AssertionFailedError(text.toString());
        }
        throw new InconclusiveDrillException(text.toString(), null);
    }
}
