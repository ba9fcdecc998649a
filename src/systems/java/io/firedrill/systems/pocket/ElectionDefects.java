package io.firedrill.systems.pocket;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Defects of what a store does when it is elected. */
final class ElectionDefects {
    private static final Duration ONE_ROUND = Duration.ofMillis(2000);
    private static final int FORGOTTEN = 20;
    private static final long FIRST_TERM = 1;

    private ElectionDefects() {}

    /** Waits for one more round of the election before it leads. */
    static Election oneRoundMore(Seat seat, Election.Accession accession) {
        return new LeaseElection(seat, new Election.Accession() {
            private boolean waited;

            @Override
            public void takeOver(long term) throws IOException {
                if (term > FIRST_TERM && !waited) {
                    waited = true;
                    seat.host().work().pause(ONE_ROUND);
                }
                accession.takeOver(term);
            }
        });
    }

    /** Leads with data that are older than what it had confirmed. */
    static Election oldData(Seat seat, Election.Accession accession) {
        BankLog log = new BankLog(seat.host().disk());
        return new LeaseElection(seat, term -> {
            if (term > FIRST_TERM) {
                List<Transfer> all = log.all();
                log.replace(all.subList(0, Math.max(0, all.size() - FORGOTTEN)));
            }
            accession.takeOver(term);
        });
    }

    /** Leads again with the data that it had when its host was lost. */
    static Election fromItsOldLog(Seat seat, Election.Accession accession) {
        BankLog log = new BankLog(seat.host().disk());
        List<Transfer> old = log.all();
        return new LeaseElection(seat, term -> {
            if (!old.isEmpty()) {
                log.replace(old);
            }
            accession.takeOver(term);
        });
    }
}
