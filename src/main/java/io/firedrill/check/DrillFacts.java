package io.firedrill.check;

import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.journal.Phase;
import io.firedrill.scenario.Scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a report needs of a drill besides its verdicts, all of it computed from scenario and
 * journal.
 *
 * @param begin stamp of the first entry, nanoseconds of the drill's clock; all times of the parts
 *     are on that clock
 * @param lasted from the first entry to the last
 * @param phases in order, each with its time
 * @param faults in the order in which they were intended
 * @param journeys in the order of the scenario; the control journey last
 */
public record DrillFacts(
        long begin,
        Duration lasted,
        List<PhaseFacts> phases,
        List<FaultFacts> faults,
        List<JourneyFacts> journeys) {
    private static final Duration HOLD = Duration.ofSeconds(1);

    /** A part of the drill's life: it began at {@code time.lo} and ended at {@code time.hi}. */
    public record PhaseFacts(Phase phase, Interval time, String why) {}

    /** Computes them. */
    public static DrillFacts of(Scenario scenario, Journal journal) {
        Moments moments = Moments.of(journal);
        Faults faults = Faults.of(journal);
        List<JourneyFacts> journeys = Stream.concat(
                        scenario.customers().keySet().stream(), Stream.of(Event.Attempt.CONTROL))
                .map(name -> journey(name, scenario, journal, faults))
                .toList();
        return new DrillFacts(
                moments.begin(),
                Duration.ofNanos(moments.end() - moments.begin()),
                phases(journal, moments.end()),
                faults.all(),
                journeys);
    }

    private static List<PhaseFacts> phases(Journal journal, long end) {
        List<Entry> entered = SortedJournal.of(journal).rare().stream()
                .filter(entry -> entry.event() instanceof Event.PhaseEntered)
                .toList();
        List<PhaseFacts> phases = new ArrayList<>();
        for (int at = 0; at < entered.size(); at++) {
            long until = at + 1 < entered.size() ? entered.get(at + 1).nanos() : end;
            Event.PhaseEntered phase = (Event.PhaseEntered) entered.get(at).event();
            long from = entered.get(at).nanos();
            phases.add(new PhaseFacts(
                    phase.phase(), new Interval(from, Math.max(from, until)), phase.why()));
        }
        return List.copyOf(phases);
    }

    private static JourneyFacts journey(
            String name, Scenario scenario, Journal journal, Faults faults) {
        JourneyMeasure measure = JourneyMeasure.of(name, scenario, journal, faults);
        JourneyFacts.Cuts cuts = cuts(journal, faults);
        List<Event.Attempt> all = measure.attempts().list();
        List<Event.Attempt> during = cuts.during(all);
        List<Event.Attempt> after = cuts.after(all);
        return new JourneyFacts(
                name,
                Statistics.of(cuts.before(all)),
                Statistics.of(during),
                Statistics.of(after),
                Curve.of(all, cuts.origin()),
                measure.outages(HOLD, false),
                measure.bound(),
                Share.dropped(journal, name).stream()
                        .mapToLong(Event.AttemptsDropped::count)
                        .sum(),
                JourneyFacts.misses(
                        Stream.concat(during.stream(), after.stream()).toList()));
    }

    /** Gives the times that cut attempts into before, during and after. */
    static JourneyFacts.Cuts cuts(Journal journal, Faults faults) {
        Moments moments = Moments.of(journal);
        long fault = faults.firstBegin().orElse(Long.MAX_VALUE);
        long baseline = moments.entered(Phase.BASELINE).orElse(moments.begin());
        return new JourneyFacts.Cuts(moments.begin(), baseline, fault, faults.end());
    }
}
