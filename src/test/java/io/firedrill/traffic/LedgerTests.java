package io.firedrill.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;
import io.firedrill.journal.Outcome;
import org.junit.jupiter.api.Test;

class LedgerTests {
    private final Notes notes = new Notes();

    @Test
    void theBestThatACustomerKnowsOfAWriteCountsWhateverCameLater() {
        attempt("a", Outcome.UNKNOWN, 0);
        attempt("b", Outcome.FAILED, 0);
        attempt("a", Outcome.OK, 1);
        attempt("c", Outcome.UNKNOWN, 0);
        attempt("c", Outcome.FAILED, 1);
        attempt("a", Outcome.UNKNOWN, 2);

        Ledger ledger = Ledger.of(notes);

        assertThat(ledger.writes()).extracting(Ledger.Write::id).containsExactly("a", "c", "b");
        assertThat(ledger.writes())
                .extracting(Ledger.Write::fate)
                .containsExactly(Ledger.Fate.TOLD, Ledger.Fate.UNKNOWN, Ledger.Fate.FAILED);
    }

    @Test
    void readsAreNotInIt() {
        attempt(null, Outcome.OK, 0);

        assertThat(Ledger.of(notes).writes()).isEmpty();
    }

    private void attempt(String write, Outcome outcome, int repeats) {
        notes.record(
                "customers",
                new Event.Attempt(
                        "buy",
                        "web",
                        "ada",
                        3,
                        0,
                        0,
                        1,
                        outcome,
                        AttemptReason.NONE,
                        "",
                        write,
                        write != null && outcome == Outcome.OK,
                        repeats));
    }
}
