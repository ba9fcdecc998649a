package io.firedrill.systems.pocket;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/** Books transfers, one at a time, each id once. */
final class Clerk {
    private final Ledger ledger;
    private final Replication replication;
    private final Clock clock;

    Clerk(Ledger ledger, Replication replication, Clock clock) {
        this.ledger = ledger;
        this.replication = replication;
        this.clock = clock;
    }

    /** Books an order, or tells of the booking where that was done before. */
    synchronized Booking book(TransferOrder order) throws IOException {
        Optional<Transfer> before = ledger.find(order.id());
        if (before.isPresent()) {
            return repeat(before.get(), order);
        }
        ledger.check(order);
        Transfer transfer = Transfer.of(order, clock.instant());
        replication.commit(transfer);
        ledger.apply(transfer);
        return new Booking(transfer, true);
    }

    private static Booking repeat(Transfer before, TransferOrder order) {
        if (!before.fulfils(order)) {
            throw Refusal.of(
                    409, "ID_TAKEN", "The id '" + order.id() + "' was used for another transfer.");
        }
        return new Booking(before, false);
    }
}
