package io.firedrill.systems.pocket;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A defect: a transfer is booked when this store has it; the other one gets it a while later, and
 * may be elected all the same.
 */
final class AsynchronousReplication implements Replication {
    private static final Duration LAG = Duration.ofSeconds(1);

    private final BankLog log;
    private final Standby standby;
    private volatile long term;

    AsynchronousReplication(Seat seat, BankLog log, String other) {
        this.log = log;
        this.standby = new Standby(seat, other);
    }

    @Override
    public void begin(long nextTerm) {
        term = nextTerm;
    }

    @Override
    public void commit(Transfer transfer) {
        log.append(transfer);
    }

    @Override
    public void tend() {
        Instant before = Instant.now().minus(LAG);
        List<Transfer> old = log.all().stream()
                .filter(transfer -> transfer.bookedAt().isBefore(before))
                .toList();
        try {
            standby.copy(term, old);
        } catch (IOException notThere) {
            // It is sent again soon.
            return;
        }
    }
}
