package io.firedrill.systems.bank;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an account's statement.
 *
 * @param cents negative for what left the account
 * @param counterparty the other account
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StatementLine(
        String transfer,
        long cents,
        String counterparty,
        @Nullable String text,
        Instant bookedAt) {}
