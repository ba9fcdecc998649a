package io.firedrill.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ArrivalPlanTests {

    @Test
    void spacesEvenlyWithoutAddingUpRoundingErrors() {
        ArrivalPlan plan = new ArrivalPlan(1_000, 3);

        assertThat(plan.next(0)).isEqualTo(1_000);
        assertThat(plan.next(1)).isEqualTo(333_334_333L);
        assertThat(plan.next(3_000_000)).isEqualTo(1_000 + 1_000_000L * 1_000_000_000L);
    }

    @Test
    void shiftsByLessThanOneGapAndEquallyForEqualSeeds() {
        ArrivalPlan one = ArrivalPlan.from(0, 50, 1);
        ArrivalPlan other = ArrivalPlan.from(0, 50, 2);

        assertThat(one).isEqualTo(ArrivalPlan.from(0, 50, 1));
        assertThat(one.start()).isBetween(0L, 20_000_000L).isNotEqualTo(other.start());
    }

    @Test
    void refusesARateThatSendsNobody() {
        assertThatThrownBy(() -> new ArrivalPlan(0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customers per second must be more than 0, not 0.0");
    }
}
