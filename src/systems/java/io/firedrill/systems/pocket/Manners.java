package io.firedrill.systems.pocket;

/**
 * What is put around the parts of the bank, so that they answer otherwise than they would.
 *
 * @param answers around what stores, router and lease keeper answer
 * @param pages around the pages of portals and front
 */
record Manners(Answering.Manner answers, WebServer.Manner pages) {
    /** Nothing is. */
    static final Manners OWN = new Manners((seat, own) -> own, (seat, own) -> own);

    Manners with(Answering.Manner other) {
        return new Manners(other, pages);
    }

    Manners with(WebServer.Manner other) {
        return new Manners(answers, other);
    }

    Answering around(Seat seat, Answering own) {
        return answers.around(seat, own);
    }

    WebServer.Pages around(Seat seat, WebServer.Pages own) {
        return pages.around(seat, own);
    }
}
