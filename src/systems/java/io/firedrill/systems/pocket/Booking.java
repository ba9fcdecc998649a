package io.firedrill.systems.pocket;

/**
 * The answer to an order.
 *
 * @param isNew false where the transfer had been booked before
 */
record Booking(Transfer transfer, boolean isNew) {}
