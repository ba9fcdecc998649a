package io.firedrill.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.Event.Ternary;
import org.junit.jupiter.api.Test;

class HoldersTests {
    private final Holders primary = new Holders();

    @Test
    void theLastAnswerOfEachComponentCounts() {
        says("b", Ternary.YES);
        says("a", Ternary.YES);
        says("c", Ternary.NO);
        assertThat(primary.all()).containsExactly("a", "b");

        says("b", Ternary.NO);
        assertThat(primary.all()).containsExactly("a");
    }

    @Test
    void isSettledWhereOneHoldsItAndTheComponentKnowsItsOwn() {
        says("a", Ternary.YES);
        assertThat(primary.settled("a")).isTrue();
        assertThat(primary.settled("b")).isFalse();

        says("b", Ternary.UNKNOWN);
        assertThat(primary.answering("b")).isFalse();
        assertThat(primary.settled("b")).isFalse();

        says("b", Ternary.NO);
        assertThat(primary.answering("b")).isTrue();
        assertThat(primary.settled("b")).isTrue();
    }

    @Test
    void isNotSettledWhereNobodyOrTwoHoldIt() {
        says("a", Ternary.NO);
        assertThat(primary.settled("a")).isFalse();

        says("a", Ternary.YES);
        says("b", Ternary.YES);
        assertThat(primary.settled("a")).isFalse();
    }

    private void says(String component, Ternary holds) {
        primary.apply(new Event.RoleAnswered("primary", component, holds, 0, 1));
    }
}
