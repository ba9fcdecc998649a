package io.firedrill.systems.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the front is told when it asks. */
@Timeout(10)
class ReadinessTests {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger roundTrips = new AtomicInteger();

    @Test
    void aRoundTripThatWorksMakesReady() {
        try (var readiness = new Readiness(roundTrips::incrementAndGet, nanos::get)) {
            assertThat(readiness.problem()).isEmpty();
        }
    }

    @Test
    void aRoundTripThatFailsSaysWhy() {
        try (var readiness = new Readiness(ReadinessTests::refuse, nanos::get)) {
            assertThat(readiness.problem()).hasValue("the database cannot be used: refused");
        }
    }

    @Test
    void theDatabaseIsAskedOnceHoweverManyAskWithin250Millis() {
        try (var readiness = new Readiness(roundTrips::incrementAndGet, nanos::get)) {
            readiness.problem();
            pass(Readiness.FRESH.minusNanos(1));
            readiness.problem();

            assertThat(roundTrips).hasValue(1);

            pass(Duration.ofNanos(1));
            readiness.problem();

            assertThat(roundTrips).hasValue(2);
        }
    }

    @Test
    void aSilentDatabaseIsReportedInTimeAndAskedOnlyOnce() {
        CountDownLatch silence = new CountDownLatch(1);
        try (var readiness = new Readiness(() -> await(silence), nanos::get)) {
            assertThat(readiness.problem()).hasValue("no answer from the database in 600 ms");

            pass(Readiness.FRESH);

            assertThat(readiness.problem()).hasValue("no answer from the database in 600 ms");
            assertThat(roundTrips).hasValue(1);

            silence.countDown();

            assertThat(readiness.problem()).isEmpty();
        }
    }

    private void await(CountDownLatch latch) throws SQLException {
        roundTrips.incrementAndGet();
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new SQLException("interrupted", e);
        }
    }

    private static void refuse() throws SQLException {
        throw new SQLException("refused");
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
