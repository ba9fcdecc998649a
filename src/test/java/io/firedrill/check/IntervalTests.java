package io.firedrill.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class IntervalTests {
    private static final Interval SOME = new Interval(10, 12);

    @Test
    void refusesToEndBeforeItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(11, 10))
                .withMessage("interval ends before it begins: 11 > 10");
        assertThat(new Interval(10, 10)).isEqualTo(Interval.at(10));
    }

    @Test
    void timeSinceAnEarlierInstantIsAsWideAsBothTogether() {
        assertThat(new Interval(20, 25).since(SOME)).isEqualTo(new Interval(8, 15));
        assertThat(Interval.at(20).since(Interval.at(10))).isEqualTo(Interval.at(10));
    }

    @Test
    void timeThatPassedIsNeverLessThanNothing() {
        assertThat(new Interval(11, 13).since(SOME)).isEqualTo(new Interval(0, 3));
        assertThat(new Interval(1, 2).since(SOME)).isEqualTo(new Interval(0, 0));
    }

    @Test
    void hullHoldsBoth() {
        assertThat(SOME.hull(new Interval(3, 4))).isEqualTo(new Interval(3, 12));
        assertThat(SOME.hull(new Interval(30, 40))).isEqualTo(new Interval(10, 40));
        assertThat(SOME.hull(Interval.at(11))).isEqualTo(SOME);
    }

    @Test
    void bothEdgesBelongToIt() {
        assertThat(SOME.contains(9)).isFalse();
        assertThat(SOME.contains(10)).isTrue();
        assertThat(SOME.contains(12)).isTrue();
        assertThat(SOME.contains(13)).isFalse();
        assertThat(SOME.width()).isEqualTo(2);
    }
}
