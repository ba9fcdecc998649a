package io.firedrill.systems.pocket;

import java.time.Instant;

/** A transfer that was booked. */
record Transfer(String id, String from, String to, long cents, Instant bookedAt) {

    static Transfer of(TransferOrder order, Instant now) {
        return new Transfer(order.id(), order.from(), order.to(), order.cents(), now);
    }

    /** Tells whether this is what was ordered, so that a repetition can have the same answer. */
    boolean fulfils(TransferOrder order) {
        return equals(of(order, bookedAt));
    }
}
