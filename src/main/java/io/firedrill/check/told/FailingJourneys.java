package io.firedrill.check.told;

import io.firedrill.check.Faults;
import io.firedrill.check.Interval;
import io.firedrill.check.JourneyMeasure;
import io.firedrill.check.Outage;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Scenario;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which journeys failed when, as their customers felt it since the first fault. */
final class FailingJourneys {
    private static final Duration HOLD = Duration.ofSeconds(1);

    private final Map<String, JourneyMeasure> measures = new TreeMap<>();
    private final Map<String, Times> times = new TreeMap<>();

    private FailingJourneys() {}

    /** The outages of one journey; with and without those that our own machine may have made. */
    private record Times(List<Outage> sure, List<Outage> perhaps) {}

    /** Measures every journey that has customers. */
    static FailingJourneys of(Scenario scenario, Journal journal) {
        FailingJourneys all = new FailingJourneys();
        Faults faults = Faults.of(journal);
        for (String journey : scenario.customers().keySet()) {
            JourneyMeasure measure = JourneyMeasure.of(journey, scenario, journal, faults);
            all.measures.put(journey, measure);
            all.times.put(
                    journey,
                    new Times(
                            noStrays(measure.outages(HOLD, false), scenario, faults),
                            noStrays(measure.outages(HOLD, true), scenario, faults)));
        }
        return all;
    }

    /** What surely came after the last heal, and is no more than a baseline may miss, is none. */
    private static List<Outage> noStrays(List<Outage> outages, Scenario scenario, Faults faults) {
        long heal = faults.lastHealBegin().orElse(Long.MAX_VALUE);
        return outages.stream()
                .filter(outage -> outage.impact().hi() <= heal
                        || outage.misses() > scenario.baseline().atMost())
                .toList();
    }

    /** Names the journeys that have customers. */
    Set<String> names() {
        return times.keySet();
    }

    /** Says whether a journey surely failed all through a time. */
    boolean surely(String journey, Interval time) {
        return outages(journey).sure().stream().anyMatch(outage -> {
            long until = outage.recovered().map(Interval::lo).orElse(outage.lastDark());
            return outage.impact().hi() <= time.lo() && time.hi() <= until;
        });
    }

    /** Says whether a journey may have failed at some instant of a time. */
    boolean perhaps(String journey, Interval time) {
        return outages(journey).perhaps().stream().anyMatch(outage -> {
            long until = outage.recovered().map(Interval::hi).orElse(Long.MAX_VALUE);
            return outage.impact().lo() <= time.hi() && time.lo() <= until;
        });
    }

    /** Counts how the attempts fared that set out in a time. */
    Trial trial(String journey, Interval time) {
        JourneyMeasure measure = measures.get(journey);
        if (measure == null) {
            return new Trial(0, 0, 0);
        }
        long served = 0;
        long missed = 0;
        long unknown = 0;
        for (Event.Attempt attempt : measure.sentIn(time)) {
            if (attempt.ok()) {
                served++;
            } else if (measure.undecided(attempt)) {
                unknown++;
            } else {
                missed++;
            }
        }
        return new Trial(served, missed, unknown);
    }

    /** How the attempts of a journey fared in a time; unknown where our own machine hindered. */
    record Trial(long served, long missed, long unknown) {

        long total() {
            return served + missed + unknown;
        }

        /** Gives the share served, from 0 to 1, if all that is unknown had failed. */
        double low() {
            return total() == 0 ? 0 : (double) served / total();
        }

        /** Gives the share served, from 0 to 1, if all that is unknown had been served. */
        double high() {
            return total() == 0 ? 1 : (double) (served + unknown) / total();
        }
    }

    /** Names the journeys of which an outage surely lasted for at least so long, in the drill. */
    Set<String> failedFor(long nanos) {
        return times.keySet().stream()
                .filter(journey -> outages(journey).sure().stream()
                        .anyMatch(outage -> lasted(outage) >= nanos))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static long lasted(Outage outage) {
        return outage.duration().map(Interval::lo).orElse(outage.atLeast());
    }

    /** Gives when customers of any journey were first surely not served. */
    Optional<Interval> impact() {
        return times.values().stream()
                .flatMap(all -> all.sure().stream())
                .map(Outage::impact)
                .min(Comparator.comparingLong(Interval::hi));
    }

    /**
     * Gives how long the longest outage of any journey lasted; nothing where there was none, and
     * without end where one was not seen to end.
     */
    Interval longest() {
        long low = 0;
        long high = 0;
        for (Times all : times.values()) {
            for (Outage outage : all.sure()) {
                low = Math.max(low, lasted(outage));
            }
            for (Outage outage : all.perhaps()) {
                high = Math.max(high, outage.duration().map(Interval::hi).orElse(Long.MAX_VALUE));
            }
        }
        return new Interval(low, Math.max(low, high));
    }

    private Times outages(String journey) {
        return times.getOrDefault(journey, new Times(List.of(), List.of()));
    }
}
