package io.firedrill.check;

import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTests {

    @Test
    void millisecondsAreShownOnlyWhereTheErrorIsBelowTwentyOfThem() {
        assertThat(Figures.measured(new Interval(0, nanos(0.02)))).isEqualTo("0.01 s (+-0.01)");
        assertThat(Figures.measured(new Interval(0, nanos(0.018)))).isEqualTo("0.009 s (+-0.009)");
    }

    @ParameterizedTest
    @CsvSource({"20.604, 20.639", "9.9951, 10.0049", "0.0004, 0.0006", "3, 3", "7.001, 19.777"})
    void whatIsWrittenHoldsTheTruthWhereverItLies(double low, double high) {
        String[] words =
                Figures.measured(new Interval(nanos(low), nanos(high))).split(" s \\(\\+-|\\)");
        double middle = Double.parseDouble(words[0]);
        double error = Double.parseDouble(words[1]);

        assertThat(middle - error).isLessThanOrEqualTo(low + 1e-9);
        assertThat(middle + error).isGreaterThanOrEqualTo(high - 1e-9);
        assertThat(error).isLessThanOrEqualTo((high - low) / 2 + 0.02);
    }

    @Test
    void whatIsKnownExactlyHasNoErrorAndNoSign() {
        assertThat(Figures.measured(Interval.at(nanos(10)))).isEqualTo("10.000 s (+-0.000)");
    }

    @Test
    void exactTimesAreGivenInMilliseconds() {
        assertThat(Figures.exact(nanos(0.0411))).isEqualTo("0.041 s");
        assertThat(Figures.seconds(nanos(1.5))).isEqualTo(1.5);
    }

    @Test
    void statedTimesAndSharesAreGivenWithoutZerosAtTheEnd() {
        assertThat(Figures.limit(Duration.ofSeconds(30))).isEqualTo("30 s");
        assertThat(Figures.limit(Duration.ofSeconds(100))).isEqualTo("100 s");
        assertThat(Figures.share(1)).isEqualTo("100 %");
        assertThat(Figures.share(0.995)).isEqualTo("99.5 %");
        assertThat(Figures.share(0)).isEqualTo("0 %");
    }
}
