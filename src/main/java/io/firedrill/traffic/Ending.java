package io.firedrill.traffic;

import io.firedrill.journal.AttemptReason;

import org.jspecify.annotations.Nullable;

/**
 * How a conversation ended.
 *
 * @param reason {@code NONE} where every step was answered as expected
 * @param status the status that was not the expected one, where the reason is {@code STATUS}
 * @param maybeWritten true where a request that writes was handed over and not answered with a
 *     definite no
 * @param known placeholders, with what the steps kept
 * @param last the last complete answer, null where there was none
 */
record Ending(
        AttemptReason reason,
        String detail,
        @Nullable Integer status,
        boolean maybeWritten,
        long sent,
        long end,
        Placeholders known,
        @Nullable Answer last) {

    boolean ok() {
        return reason == AttemptReason.NONE;
    }
}
