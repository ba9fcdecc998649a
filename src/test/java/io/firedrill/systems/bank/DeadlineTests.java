package io.firedrill.systems.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Time that runs out. */
class DeadlineTests {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final Deadline deadline = Deadline.in(Duration.ofSeconds(2), nanos::get);

    @Test
    void whatIsLeftShrinksAsTimeGoesByEvenWhereTheClockWraps() throws SQLTimeoutException {
        assertThat(deadline.millisLeft()).isEqualTo(2_000);

        pass(Duration.ofMillis(1_999));

        assertThat(deadline.millisLeft()).isEqualTo(1);
    }

    @Test
    void nothingLeftIsATimeout() {
        pass(Duration.ofSeconds(2));

        assertThatExceptionOfType(SQLTimeoutException.class).isThrownBy(deadline::millisLeft);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
