package io.firedrill.systems.pocket;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
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

    /** Books these transfers and no others, in the place of all that was booked before. */
    synchronized void bookAnew(BankLog log, List<Transfer> transfers) {
        log.replace(transfers);
        ledger.replay(transfers);
    }

    private static Booking repeat(Transfer before, TransferOrder order) {
        if (!before.fulfils(order)) {
            throw Refusal.of(
                    409, "ID_TAKEN", "The id '" + order.id() + "' was used for another transfer.");
        }
        return new Booking(before, false);
    }
}
