package io.firedrill.check;

import io.firedrill.journal.Journal;
import io.firedrill.scenario.Scenario;

import java.util.Optional;

/** Customers of every journey set out while each fault was on (SURVIVAL R10). */
final class TrafficFlowed implements ImplicitCheck {

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
            Optional<Verdict> none = during(draft, faults, all, journey);
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
}
