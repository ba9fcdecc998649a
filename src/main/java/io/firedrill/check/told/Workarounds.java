package io.firedrill.check.told;

import io.firedrill.check.Interval;
import io.firedrill.journal.Fact;

import java.util.Optional;

/**
 * Tries the workaround that a notice gives, where it is the name of a journey: whether its
 * customers were served from when it was sent.
 *
 * @param lasting for how long from the sending, in nanoseconds of the drill
 * @param atLeast the share of attempts that must be served, from 0 to 1
 */
record Workarounds(FailingJourneys failing, long lasting, double atLeast) {

    /** Finds the journey that a notice gives as a workaround. */
    Optional<String> journey(Arrived notice) {
        return notice.fact(Fact.WORKAROUND)
                .flatMap(name ->
                        failing.names().stream().filter(name::equalsIgnoreCase).findFirst());
    }

    /** Judges a notice; empty where it gives none, or one in words. */
    Optional<Ruling> judge(Arrived notice) {
        return journey(notice).map(journey -> ruling(notice, journey));
    }

    private Ruling ruling(Arrived notice, String journey) {
        Interval sent = notice.sent();
        FailingJourneys.Trial trial =
                failing.trial(journey, new Interval(sent.lo(), sent.hi() + lasting));
        String counts = trial.served() + " of " + trial.total() + " attempts of " + journey
                + " were served then";
        if (trial.total() == 0) {
            return Ruling.open("no customer tried " + journey + " then");
        }
        if (trial.low() >= atLeast) {
            return Ruling.right();
        }
        return trial.high() < atLeast ? Ruling.wrong(counts) : Ruling.open(counts);
    }
}
