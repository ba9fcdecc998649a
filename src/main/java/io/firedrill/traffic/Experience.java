package io.firedrill.traffic;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Outcome;

import org.jspecify.annotations.Nullable;

/**
 * What the customer saw of one attempt.
 *
 * @param detail what was seen, short and free of secrets; empty where it was served
 * @param status the status of an answer that had another one than was expected; null where the
 *     status is not what was wrong, or there is none
 * @param sent nanoseconds of the {@link io.firedrill.journal.DrillClock} at which its first byte
 *     was handed over; where it never came to that, when it began to try
 * @param end when the answer was complete or the failure seen
 */
record Experience(
        Outcome outcome,
        AttemptReason reason,
        String detail,
        @Nullable Integer status,
        long sent,
        long end) {}
