package io.firedrill.traffic;

import static io.firedrill.traffic.StubServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.SystemClock;
import io.firedrill.scenario.HttpStep;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadsTests {
    private static final HttpStep BOOKS = Shop.get("/books", Map.of("entriesSumCents", 0));

    @Test
    void givesTheValueAndThatItWasAsExpected() throws IOException {
        try (StubServer stub = StubServer.answering(
                asked -> json(200, "{\"entriesSumCents\": 0, \"sumCents\": 900}"))) {
            assertThat(ask(stub.address()))
                    .isEqualTo(new Reads.Reading(true, 200, Optional.of(900), ""));
        }
    }

    @Test
    void aBrokenExpectationStillGivesTheValue() throws IOException {
        try (StubServer stub = StubServer.answering(
                asked -> json(200, "{\"entriesSumCents\": 5, \"sumCents\": 900}"))) {
            assertThat(ask(stub.address()))
                    .isEqualTo(new Reads.Reading(
                            false,
                            200,
                            Optional.of(900),
                            "GET /books: entriesSumCents is 5, expected 0"));
        }
    }

    @Test
    void noAnswerIsNotAnAnswer() throws IOException {
        Reads.Reading reading = ask(StubServer.closedPort());

        assertThat(reading.answered()).isFalse();
        assertThat(reading.asExpected()).isFalse();
        assertThat(reading.detail()).endsWith("Connection refused");
    }

    private static Reads.Reading ask(InetSocketAddress address) {
        try (Reads reads = new Reads(Shop.system(), new SystemClock())) {
            return reads.ask(new Reads.Question(
                    address, BOOKS, Optional.of("$.sumCents"), Duration.ofSeconds(5)));
        }
    }
}
