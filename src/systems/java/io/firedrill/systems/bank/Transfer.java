package io.firedrill.systems.bank;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A transfer that was booked. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Transfer(
        String id,
        String from,
        String to,
        long cents,
        @Nullable String text,
        Instant bookedAt) {

    Transfer(TransferOrder order, Instant bookedAt) {
        this(order.id(), order.from(), order.to(), order.cents(), order.text(), bookedAt);
    }

    /** Tells whether this is what was ordered, so that a repetition can have the same answer. */
    boolean fulfils(TransferOrder order) {
        return equals(new Transfer(order, bookedAt));
    }
}
