package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;
import org.junit.jupiter.api.Test;

class AttemptsTests {
    private final Attempts some = Attempts.of(
            journal()
                    .attempt("transfer", 2, 2.1, AttemptReason.NONE)
                    .attempt("transfer", 1, 5, AttemptReason.TIMEOUT)
                    .attempt("balance", 1.5, 1.6, AttemptReason.NONE)
                    .attempt("transfer", 3, 3.1, AttemptReason.NONE)
                    .build(),
            "transfer");

    @Test
    void areThoseOfOneJourneyInTheOrderInWhichTheyWereSent() {
        assertThat(some.list())
                .extracting(Event.Attempt::sent)
                .containsExactly(nanos(1), nanos(2), nanos(3));
        assertThat(some.index(0)).as("written down last, when it ended").isEqualTo(3);
        assertThat(some.served()).extracting(entry -> entry.index()).containsExactly(1L, 2L);
    }

    @Test
    void areCountedFromTheBeginOfATimeToBeforeItsEnd() {
        assertThat(some.firstSentFrom(nanos(2))).isEqualTo(1);
        assertThat(some.firstSentFrom(nanos(2) + 1)).isEqualTo(2);
        assertThat(some.firstSentFrom(nanos(9))).isEqualTo(some.size()).isEqualTo(3);
        assertThat(some.sentIn(nanos(1), nanos(3))).isEqualTo(2);
        assertThat(some.sentIn(nanos(3), nanos(1))).isZero();
    }

    @Test
    void lastSendIsBeforeAllTimeWhereThereIsNone() {
        assertThat(some.lastSent()).isEqualTo(nanos(3));
        assertThat(Attempts.of(journal().build(), "transfer").lastSent()).isEqualTo(Long.MIN_VALUE);
    }
}
