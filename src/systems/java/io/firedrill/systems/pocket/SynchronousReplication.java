package io.firedrill.systems.pocket;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A transfer is booked when both stores have it. Where the other store does not answer, it is first
 * struck off the list of those that can be elected; from then on this one may go on alone.
 */
final class SynchronousReplication implements Replication {
    private final Seat seat;
    private final BankLog log;
    private final Standby standby;
    private final Caller keeper;
    private Pairing pairing = Pairing.UNSETTLED;
    private long term;

    /** How the two stores stand to each other. */
    private enum Pairing {
        /** Both have the same log, and each may be elected. */
        PAIRED,
        /** The other one lags, and can not be elected. */
        PARTED,
        /** The other one may lag, and may be elected: nothing can be booked. */
        UNSETTLED
    }

    SynchronousReplication(Seat seat, BankLog log, String other) {
        this.seat = seat;
        this.log = log;
        this.standby = new Standby(seat, other);
        this.keeper = seat.caller("leases", LeaseKeeper.PORT);
    }

    @Override
    public synchronized void begin(long nextTerm) throws IOException {
        term = nextTerm;
        part();
    }

    @Override
    public synchronized void commit(Transfer transfer) throws IOException {
        if (pairing == Pairing.PAIRED) {
            try {
                standby.append(term, log.size(), transfer);
            } catch (IOException notThere) {
                part();
            }
        } else if (pairing == Pairing.UNSETTLED) {
            part();
        }
        log.append(transfer);
    }

    @Override
    public void tend() {
        try {
            if (!isFollowed()) {
                standby.ping();
                pair();
            }
        } catch (IOException notThere) {
            // It is asked again soon.
            return;
        }
    }

    private synchronized boolean isFollowed() throws IOException {
        if (pairing != Pairing.PAIRED) {
            return false;
        }
        try {
            standby.follow(term, log.size());
        } catch (IOException notThere) {
            part();
        }
        return pairing == Pairing.PAIRED;
    }

    private synchronized void pair() throws IOException {
        standby.copy(term, log.all());
        elect(List.of(seat.name(), standby.name()));
        pairing = Pairing.PAIRED;
        seat.host().console().log(standby.name() + " follows, " + log.size() + " lines");
    }

    private void part() throws IOException {
        pairing = Pairing.UNSETTLED;
        elect(List.of(seat.name()));
        pairing = Pairing.PARTED;
        seat.host().console().log("goes on without " + standby.name());
    }

    private void elect(List<String> members) throws IOException {
        keeper.call(
                Map.of("ask", "electable", "who", seat.name(), "members", members),
                seat.times().patience().store());
    }
}
