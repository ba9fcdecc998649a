package io.firedrill.check;

import io.firedrill.journal.Journal;
import io.firedrill.scenario.Scenario;

import java.util.List;
import java.util.Optional;

/**
 * Customers of every journey set out while each fault was on, in the first half of its time and in
 * the second (SURVIVAL R10): who stops soon after the injection meets nothing of what follows. A
 * half for which the plan has fewer than {@value #ENOUGH} customers is not asked, for in it nobody
 * may set out by chance.
 */
final class TrafficFlowed implements ImplicitCheck {

    private static final int ENOUGH = 10;

    @Override
    public String id() {
        return "traffic";
    }

    @Override
    public boolean ground(Verdict verdict) {
        return false;
    }

    @Override
    public Verdict examine(Scenario scenario, Journal journal) {
        Draft draft = Draft.implicit(id(), "attempts of every journey during every fault");
        if (scenario.customers().isEmpty()) {
            return draft.inconclusive(Reason.NO_TRAFFIC, "the scenario has no customers");
        }
        Faults faults = Faults.of(journal);
        long attempts = 0;
        for (String journey : scenario.customers().keySet()) {
            Attempts all = Attempts.of(journal, journey);
            if (all.size() == 0) {
                return draft.inconclusive(
                        Reason.NO_TRAFFIC, "no customer of " + journey + " ever set out");
            }
            Optional<Verdict> none = during(draft, faults, all, journey)
                    .or(() -> throughout(draft, faults, new Plan(scenario, journal, all, journey)));
            if (none.isPresent()) {
                return none.get();
            }
            attempts += all.size();
            draft.detail(
                    journey,
                    Generator.note(journey, scenario, journal)
                            .orElseGet(() -> all.size() + " attempts"));
        }
        return draft.pass(attempts + " attempts of " + scenario.customers().size()
                + " journeys, in every fault's time");
    }

    private static Optional<Verdict> during(
            Draft draft, Faults faults, Attempts all, String journey) {
        for (FaultFacts fault : faults.all()) {
            long from = fault.applied().map(Interval::lo).orElse(Long.MAX_VALUE);
            long until = fault.healed().map(Interval::hi).orElse(Long.MAX_VALUE);
            if (fault.applied().isPresent() && all.sentIn(from, until) == 0) {
                draft.events(fault.events());
                return Optional.of(draft.inconclusive(
                        Reason.NO_TRAFFIC,
                        "no customer of " + journey + " set out while fault '" + fault.called()
                                + "' was on"));
            }
        }
        return Optional.empty();
    }

    /** A journey, and how many of its customers should set out. */
    private record Plan(Scenario scenario, Journal journal, Attempts all, String journey) {
        boolean enough(Interval time) {
            double perSecond = scenario.customers().get(journey);
            return Figures.seconds(time.width()) * perSecond >= ENOUGH;
        }

        boolean nobody(Interval time) {
            return all.sentIn(time.lo(), time.hi()) == 0
                    && Share.dropped(journal, journey).stream()
                            .noneMatch(some -> some.firstIntended() < time.hi()
                                    && some.lastIntended() >= time.lo());
        }
    }

    private static Optional<Verdict> throughout(Draft draft, Faults faults, Plan plan) {
        for (FaultFacts fault : faults.all()) {
            Optional<Interval> silent = halves(fault).stream()
                    .filter(plan::enough)
                    .filter(plan::nobody)
                    .findFirst();
            if (silent.isPresent()) {
                draft.events(fault.events());
                return Optional.of(draft.inconclusive(
                        Reason.NO_TRAFFIC,
                        "no customer of " + plan.journey() + " set out for "
                                + Figures.exact(silent.get().width()) + " while fault '"
                                + fault.called() + "' was on"));
            }
        }
        return Optional.empty();
    }

    /** The time in which it was surely on, where that is known. */
    private static List<Interval> halves(FaultFacts fault) {
        if (fault.applied().isEmpty() || fault.healed().isEmpty()) {
            return List.of();
        }
        long from = fault.applied().get().hi();
        long until = fault.healed().get().lo();
        long middle = from + (until - from) / 2;
        return until <= from
                ? List.of()
                : List.of(new Interval(from, middle), new Interval(middle, until));
    }
}
