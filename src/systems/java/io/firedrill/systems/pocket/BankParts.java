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
 * @param answers put around what stores, router and lease keeper answer
 * @param pages put around the pages of portals and front
 */
record BankParts(
        Times times,
        Election.Maker election,
        Replication.Maker replication,
        Routing.Maker routing,
        Readiness.Maker readiness,
        HealthCheck.Maker check,
        Answering.Manner answers,
        WebServer.Manner pages) {

    /** The healthy bank. */
    static BankParts healthy() {
        return new BankParts(
                Times.usual(),
                LeaseElection::new,
                SynchronousReplication::new,
                AskingRouting::new,
                AskingReadiness::new,
                AskingCheck::new,
                (seat, own) -> own,
                (seat, own) -> own);
    }

    BankParts with(Election.Maker other) {
        return new BankParts(times, other, replication, routing, readiness, check, answers, pages);
    }

    BankParts with(Replication.Maker other) {
        return new BankParts(times, election, other, routing, readiness, check, answers, pages);
    }

    BankParts with(Routing.Maker other) {
        return new BankParts(times, election, replication, other, readiness, check, answers, pages);
    }

    BankParts with(Readiness.Maker other) {
        return new BankParts(times, election, replication, routing, other, check, answers, pages);
    }

    BankParts with(HealthCheck.Maker other) {
        return new BankParts(times, election, replication, routing, readiness, other, answers, pages);
    }

    BankParts with(Times other) {
        return new BankParts(other, election, replication, routing, readiness, check, answers, pages);
    }

    BankParts with(Answering.Manner other) {
        return new BankParts(
                times, election, replication, routing, readiness, check, other, pages);
    }

    BankParts with(WebServer.Manner other) {
        return new BankParts(
                times, election, replication, routing, readiness, check, answers, other);
    }
}
