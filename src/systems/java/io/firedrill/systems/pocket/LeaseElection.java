package io.firedrill.systems.pocket;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.Map;

/**
 * Leads whoever holds the lease. Its time is counted from before it was asked for, so it ends here
 * no later than for the keeper: two never lead at a time, as long as their clocks run alike.
 */
final class LeaseElection implements Election {
    private final Seat seat;
    private final Accession accession;
    private final Caller keeper;
    private volatile long until;
    private long term = -1;

    LeaseElection(Seat seat, Accession accession) {
        this.seat = seat;
        this.accession = accession;
        this.keeper = seat.caller("leases", LeaseKeeper.PORT);
        this.until = seat.host().work().nanos();
        seat.host().work().every(seat.times().renewal(), this::renew);
    }

    @Override
    public boolean leads() {
        return seat.host().work().nanos() - until < 0;
    }

    private void renew() {
        long asked = seat.host().work().nanos();
        try {
            long granted = ask();
            if (!leads() || granted != term) {
                accession.takeOver(granted);
                term = granted;
                seat.host().console().log("leads, term " + term);
            }
            until = asked + seat.times().lease().toNanos();
        } catch (IOException notNow) {
            // Another one leads, or nobody can tell: a lease held before ends by itself.
            return;
        }
    }

    private long ask() throws IOException {
        JsonNode lease = keeper.call(
                Map.of("ask", "lease", "who", seat.name()),
                seat.times().patience().store());
        return lease.path("term").asLong();
    }
}
