package io.firedrill.check.told;

import io.firedrill.check.Interval;
import io.firedrill.check.JourneyMeasure;
import io.firedrill.check.Outage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * When customers of any journey were first hit, and from when on all of them were served again for
 * good. A stray after the last heal, of no more misses than the baseline tolerates, is none.
 *
 * @param impact empty where nobody was hit
 * @param recovered empty where nobody was hit, or not all were seen to be served again
 * @param outages those that it rests on
 */
record Restored(Optional<Interval> impact, Optional<Interval> recovered, List<Outage> outages) {
    private static final Duration HOLD = Duration.ofSeconds(1);

    /** Measures with the usual hold of 1 s. */
    static Restored of(Telling told) {
        return of(told, HOLD);
    }

    /**
     * Measures.
     *
     * @param held how long a recovery must hold, in the drill; at least 1 s is taken
     */
    static Restored of(Telling told, Duration held) {
        Duration hold = held.compareTo(HOLD) > 0 ? held : HOLD;
        List<Outage> all = new ArrayList<>();
        List<Interval> ends = new ArrayList<>();
        boolean over = true;
        for (String journey : told.scenario().customers().keySet()) {
            JourneyMeasure measure =
                    JourneyMeasure.of(journey, told.scenario(), told.journal(), told.faults());
            List<Outage> sure = judged(told, measure.outages(hold, false));
            if (!sure.isEmpty()) {
                all.addAll(sure);
                Optional<Interval> end = end(sure, judged(told, measure.outages(hold, true)));
                end.ifPresent(ends::add);
                over &= end.isPresent();
            }
        }
        return new Restored(
                all.stream().map(Outage::impact).reduce(Restored::earlier),
                over ? ends.stream().reduce(Restored::later) : Optional.empty(),
                List.copyOf(all));
    }

    private static List<Outage> judged(Telling told, List<Outage> outages) {
        OptionalLong heal = told.faults().lastHealBegin();
        int tolerated = told.scenario().baseline().atMost();
        return outages.stream()
                .filter(outage -> heal.isEmpty()
                        || outage.impact().hi() <= heal.getAsLong()
                        || outage.misses() > tolerated)
                .toList();
    }

    /** What our own machine may have made can only make the end later. */
    private static Optional<Interval> end(List<Outage> sure, List<Outage> perhaps) {
        Optional<Interval> end = sure.get(sure.size() - 1).recovered();
        Optional<Interval> latest =
                perhaps.isEmpty() ? end : perhaps.get(perhaps.size() - 1).recovered();
        return end.flatMap(it -> latest.map(last -> it.hi() < last.hi() ? it.hull(last) : it));
    }

    private static Interval earlier(Interval one, Interval other) {
        return new Interval(Math.min(one.lo(), other.lo()), Math.min(one.hi(), other.hi()));
    }

    private static Interval later(Interval one, Interval other) {
        return new Interval(Math.max(one.lo(), other.lo()), Math.max(one.hi(), other.hi()));
    }
}
