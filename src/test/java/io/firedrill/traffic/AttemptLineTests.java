package io.firedrill.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Outcome;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AttemptLineTests {
    @Test
    void aFullLineIsReadWithItsFractions() {
        AttemptLine line = AttemptLine.read(
                "{\"start\": 1000.25, \"duration\": 7.5, \"intended\": 999, \"outcome\": \"UNKNOWN\","
                        + " \"reason\": \"RESET\", \"detail\": \"gone\", \"write\": \"w-1\", \"who\": \"ann\","
                        + " \"repeats\": 2}",
                true);

        assertThat(line)
                .isEqualTo(new AttemptLine(
                        new BigDecimal("1000.25"),
                        new BigDecimal("1007.75"),
                        Optional.of(new BigDecimal("999")),
                        Outcome.UNKNOWN,
                        AttemptReason.RESET,
                        "gone",
                        Optional.of("w-1"),
                        "ann",
                        2));
    }

    @Test
    void theLeastOfALineIsEnough() {
        AttemptLine line = AttemptLine.read("{\"start\":1,\"end\":2,\"outcome\":\"OK\"}", false);

        assertThat(line.reason()).isEqualTo(AttemptReason.NONE);
        assertThat(line.intended()).isEmpty();
        assertThat(line.write()).isEmpty();
    }

    @Test
    void aFailureThatWroteNothingNeedsNoWrite() {
        assertThat(AttemptLine.read(
                                "{\"start\":1,\"end\":2,\"outcome\":\"FAILED\",\"reason\":\"REFUSED\"}",
                                true)
                        .write())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            running (0m01s), 0/10 VUs | no JSON object; print nothing but attempts to standard output
            [1, 2] | no JSON object; print nothing but attempts to standard output
            {"start":1,"end":2,"outcome":"OK"} {} | no JSON object; print nothing but attempts to standard output
            {"start":1,"end":2,"outcome":"OK","status":200} | unknown key 'status'; known: detail, duration, end, intended, \
            outcome, reason, repeats, start, who, write
            {"end":2,"outcome":"OK"} | 'start' is missing; needed: start, outcome, and end or duration
            {"start":1,"end":2} | 'outcome' is missing; needed: start, outcome, and end or duration
            {"start":1,"outcome":"OK"} | 'end' and 'duration' are both missing; needed: one of them
            {"start":1,"end":2,"duration":1,"outcome":"OK"} | 'end' and 'duration' are both given; needed: one of them
            {"start":"1","end":2,"outcome":"OK"} | 'start' is "1"; allowed: milliseconds, a number from 0
            {"start":3,"end":2,"outcome":"OK"} | it ends before it starts
            {"start":1,"end":2,"outcome":"ok"} | 'outcome' is "ok"; allowed: OK, FAILED, UNKNOWN
            {"start":1,"end":2,"outcome":"OK","reason":"RESET"} | 'reason' does not go with outcome OK
            {"start":1,"end":2,"outcome":"FAILED","reason":"503"} | 'reason' is "503"; allowed: REFUSED, RESET, TIMEOUT, \
            STATUS, BODY, HARNESS
            """)
    void aLineThatIsNoneSaysWhatIsWrong(String line, String why) {
        assertThatThrownBy(() -> AttemptLine.read(line, false))
                .isInstanceOf(AttemptLine.Malformed.class)
                .hasMessage(why);
    }

    @Test
    void anAcknowledgedWriteNeedsItsId() {
        assertThatThrownBy(
                        () -> AttemptLine.read("{\"start\":1,\"end\":2,\"outcome\":\"OK\"}", true))
                .hasMessage("'write' is missing; needed: the id of the write, for the journey"
                        + " acknowledges writes and the outcome is OK");
    }
}
