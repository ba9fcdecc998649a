package io.firedrill.systems.pocket;

/**
 * The parts of the bank that can be replaced, one by one. A sabotaged bank is a healthy one with
 * another part.
 *
 * @param times how long things take
 * @param election which store leads
 * @param replication how the other store gets what is booked
 * @param routing which store is asked
 * @param readiness whether a portal says that it can serve
 * @param check which portals the front sends customers to
 * @param retry whether the front tries another portal
 * @param backup what of the log gets into a backup
 * @param manners put around what parts answer; none in a healthy bank
 */
record BankParts(
        Times times,
        Election.Maker election,
        Replication.Maker replication,
        Routing.Maker routing,
        Readiness.Maker readiness,
        HealthCheck.Maker check,
        Retry retry,
        Archive.Extent backup,
        Manners manners) {

    /** The healthy bank. */
    static BankParts healthy() {
        return new BankParts(
                Times.usual(),
                LeaseElection::new,
                SynchronousReplication::new,
                AskingRouting::new,
                AskingReadiness::new,
                AskingCheck::new,
                new RetryWhereSafe(),
                log -> log,
                Manners.OWN);
    }

    BankParts with(Election.Maker other) {
        return new BankParts(
                times, other, replication, routing, readiness, check, retry, backup, manners);
    }

    BankParts with(Replication.Maker other) {
        return new BankParts(
                times, election, other, routing, readiness, check, retry, backup, manners);
    }

    BankParts with(Routing.Maker other) {
        return new BankParts(
                times, election, replication, other, readiness, check, retry, backup, manners);
    }

    BankParts with(Readiness.Maker other) {
        return new BankParts(
                times, election, replication, routing, other, check, retry, backup, manners);
    }

    BankParts with(HealthCheck.Maker other) {
        return new BankParts(
                times, election, replication, routing, readiness, other, retry, backup, manners);
    }

    BankParts with(Times other) {
        return new BankParts(
                other, election, replication, routing, readiness, check, retry, backup, manners);
    }

    BankParts with(Retry other) {
        return new BankParts(
                times, election, replication, routing, readiness, check, other, backup, manners);
    }

    BankParts with(Archive.Extent other) {
        return new BankParts(
                times, election, replication, routing, readiness, check, retry, other, manners);
    }

    BankParts with(Answering.Manner other) {
        return with(manners.with(other));
    }

    BankParts with(WebServer.Manner other) {
        return with(manners.with(other));
    }

    private BankParts with(Manners other) {
        return new BankParts(
                times, election, replication, routing, readiness, check, retry, backup, other);
    }
}
