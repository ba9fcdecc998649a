package io.firedrill.junit;

import io.firedrill.evidence.KnownGaps;
import io.firedrill.evidence.Leaf;
import io.firedrill.scenario.Scenario;
import java.util.Optional;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Says to JUnit what became of a leaf: by returning, or by what it throws. */
final class Demand {
    private Demand() {}

    /**
     * Returns where it passed.
     *
     * @throws AssertionFailedError where it failed, or a finding on it is to be closed
     * @throws InconclusiveDrillException where nothing is known
     * @throws TestAbortedException where it failed as is known: said, and no failure of the build
     */
    static void of(Leaf leaf, Scenario scenario, KnownGaps gaps) {
        Optional<KnownGaps.Ruled> ruled =
                leaf.verdict().flatMap(verdict -> gaps.of(scenario, verdict));
        if (ruled.isPresent()) {
            of(leaf, ruled.get());
            return;
        }
        switch (leaf.status()) {
            case FAIL -> throw new AssertionFailedError(leaf.message());
            case INCONCLUSIVE -> throw new InconclusiveDrillException(leaf.message(), null);
            case PASS -> {}
        }
    }

    private static void of(Leaf leaf, KnownGaps.Ruled ruled) {
        String message = leaf.message() + "; " + ruled.sentence();
        if (ruled.ruling() == KnownGaps.Ruling.KNOWN) {
            throw new TestAbortedException(message);
        }
        throw new AssertionFailedError(message);
    }
}
