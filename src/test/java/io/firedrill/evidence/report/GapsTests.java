package io.firedrill.evidence.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.fault.FaultCatalog;
import io.firedrill.scenario.FaultKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a fault stands for, and what it does not, is said of each. */
final class GapsTests {

    @Test
    void everyFaultThatComesWithFiredrillSaysWhatItStandsForAndWhatNot() {
        List<FaultKind> faults = FaultCatalog.load().kinds();

        assertThat(faults).hasSizeGreaterThan(15).allSatisfy(fault -> {
            assertThat(Gaps.meaning(fault.name())).as(fault.name()).isPresent();
            assertThat(Gaps.limit(fault.name())).as(fault.name()).isPresent();
        });
    }

    @Test
    void ofAFaultOfSomebodyElseNothingIsSaid() {
        assertThat(Gaps.meaning("meteor")).isEmpty();
    }
}
