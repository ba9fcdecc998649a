package io.firedrill.systems.pocket;

import java.io.IOException;
import java.util.List;

/**
 * A defect: a transfer is booked when this store has it; the other one gets half of what it has not
 * yet got at each beat of a second, so that it falls behind, and may be elected all the same.
 */
final class LaggingReplication implements Replication {
    private static final int BEATS = 10;

    private final BankLog log;
    private final Standby standby;
    private volatile long term;
    private int beat;
    private int sent;

    LaggingReplication(Seat seat, BankLog log, String other) {
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
        List<Transfer> all = log.all();
        sent += beat++ % BEATS == 0 ? (all.size() - sent) / 2 : 0;
        try {
            standby.copy(term, all.subList(0, Math.min(sent, all.size())));
        } catch (IOException notThere) {
            // It is sent again soon.
            return;
        }
    }
}
