package io.firedrill.systems.pocket;

/** A defect: the second store is never promoted, whatever becomes of the first. */
final class ElectionThatNeverMoves implements Election {
    private final Election election;

    ElectionThatNeverMoves(Seat seat, Accession accession) {
        this.election = seat.name().equals(PocketBank.STORES.get(0))
                ? new LeaseElection(seat, accession)
                : () -> false;
    }

    @Override
    public boolean leads() {
        return election.leads();
    }
}
