package io.firedrill.check;

import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;

import java.util.List;

/**
 * How many attempts of a time were served. Counted by intended start; a customer's repetition of an
 * unknown write is not a customer of its own.
 *
 * @param served attempts that were served
 * @param missed attempts that the system failed
 * @param unknown attempts that were dropped, that the harness failed, or whose failure may be ours
 * @param unobserved attempts that the plan had for the part of the time that was not watched
 */
record Share(long served, long missed, long unknown, long unobserved) {

    /** Counts a journey's attempts in {@code time}, of which the plan has {@code perSecond}. */
    static Share of(
            JourneyMeasure measure,
            List<Event.AttemptsDropped> dropped,
            Interval time,
            double perSecond) {
        long served = 0;
        long missed = 0;
        long unknown = 0;
        long last = time.lo();
        for (Event.Attempt attempt : measure.attempts().list()) {
            last = Math.max(last, attempt.intended());
            if (attempt.repeats() > 0
                    || attempt.intended() < time.lo()
                    || attempt.intended() >= time.hi()) {
                continue;
            }
            if (attempt.ok()) {
                served++;
            } else if (measure.undecided(attempt)) {
                unknown++;
            } else {
                missed++;
            }
        }
        for (Event.AttemptsDropped some : dropped) {
            last = Math.max(last, some.lastIntended());
            if (some.firstIntended() < time.hi() && some.lastIntended() >= time.lo()) {
                unknown += some.count();
            }
        }
        return new Share(served, missed, unknown, unobserved(time, last, perSecond));
    }

    /** Counts what was dropped of a journey. */
    static List<Event.AttemptsDropped> dropped(Journal journal, String journey) {
        return journal.all(Event.AttemptsDropped.class)
                .filter(dropped -> dropped.journey().equals(journey))
                .toList();
    }

    private static long unobserved(Interval time, long last, double perSecond) {
        double missing = Figures.seconds(Math.max(0, time.hi() - last)) * perSecond;
        double usualGap = Math.max(5, 0.01 * Figures.seconds(time.width()) * perSecond);
        return missing <= usualGap ? 0 : Math.round(missing);
    }

    /** Gives how many there were or should have been. */
    long total() {
        return served + missed + unknown + unobserved;
    }

    /** Gives the share served if everything unknown had failed, from 0 to 1. */
    double low() {
        return total() == 0 ? 0 : (double) served / total();
    }

    /** Gives the share served if everything unknown had been served, from 0 to 1. */
    double high() {
        return total() == 0 ? 1 : (double) (total() - missed) / total();
    }
}
