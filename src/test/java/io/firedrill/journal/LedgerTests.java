package io.firedrill.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.firedrill.journal.Ledger.Fate;
import io.firedrill.journal.Ledger.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTests {
    private final List<Entry> entries = new ArrayList<>();

    @Test
    void theBestThatACustomerKnowsOfAWriteCountsWhateverCameLater() {
        attempt("buy", "a", Outcome.UNKNOWN, 1);
        attempt("buy", "b", Outcome.FAILED, 2);
        attempt("buy", "a", Outcome.OK, 3);
        attempt("buy", "c", Outcome.UNKNOWN, 4);
        attempt("buy", "c", Outcome.FAILED, 5);
        attempt("buy", "a", Outcome.UNKNOWN, 6);

        assertThat(Ledger.of(() -> entries).writes())
                .extracting(Write::id, Write::fate, Write::known)
                .containsExactly(
                        tuple("a", Fate.TOLD, 3L),
                        tuple("c", Fate.UNKNOWN, 4L),
                        tuple("b", Fate.FAILED, 2L));
    }

    @Test
    void whoIsToldTwiceKnewItTheFirstTimeThoughItWasWrittenDownLater() {
        attempt("buy", "a", Outcome.OK, 9);
        attempt("buy", "a", Outcome.OK, 7);
        attempt("buy", "a", Outcome.OK, 8);

        assertThat(Ledger.of(() -> entries).writes()).extracting(Write::known).containsExactly(7L);
    }

    @Test
    void readsAreNotInItAndJourneysAreKeptApart() {
        attempt("buy", null, Outcome.OK, 1);
        attempt("buy", "a", Outcome.OK, 2);
        attempt("sell", "a", Outcome.FAILED, 3);
        Ledger ledger = Ledger.of(() -> entries);

        assertThat(ledger.writes()).hasSize(2);
        assertThat(ledger.of("buy", Fate.TOLD)).hasSize(1);
        assertThat(ledger.of("buy", Fate.FAILED)).isEmpty();
        assertThat(ledger.of("sell", Fate.TOLD)).isEmpty();
        assertThat(ledger.of("sell", Fate.FAILED)).hasSize(1);
    }

    private void attempt(String journey, String write, Outcome outcome, long end) {
        boolean told = write != null && outcome == Outcome.OK;
        AttemptReason reason = AttemptReason.NONE;
        Event attempt = new Event.Attempt(
                journey, "web", "ada", 3, 0, 0, end, outcome, reason, "", null, write, told, 0);
        entries.add(new Entry(entries.size(), end, Instant.EPOCH, "customers", attempt));
    }
}
