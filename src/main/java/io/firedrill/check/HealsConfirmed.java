package io.firedrill.check;

import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Scenario;

import java.util.List;
import java.util.Optional;

/** Each fault was healed, and a witness saw that it was gone (SURVIVAL R6). */
final class HealsConfirmed implements ImplicitCheck {

    @Override
    public String id() {
        return "heals-confirmed";
    }

    /** What was measured before the heal stays as it is. */
    @Override
    public boolean ground(Verdict verdict) {
        return false;
    }

    @Override
    public Verdict examine(Scenario scenario, Journal journal) {
        Draft draft = Draft.implicit(id(), "each fault seen gone by a witness");
        List<FaultFacts> faults = Faults.of(journal).all();
        for (FaultFacts fault : faults) {
            Optional<Verdict> wrong = wrong(draft, fault);
            if (wrong.isPresent()) {
                return wrong.get();
            }
        }
        return draft.pass(faults.size() + " of " + faults.size() + " faults were seen gone");
    }

    private static Optional<Verdict> wrong(Draft draft, FaultFacts fault) {
        draft.events(fault.events());
        String name = "fault '" + fault.called() + "'";
        if (fault.healError().isPresent()) {
            String error = fault.healError().get();
            return Optional.of(draft.inconclusive(
                    Reason.HEAL_FAILED, name + " could not be healed: " + error));
        }
        if (fault.healed().isEmpty()) {
            return Optional.of(
                    draft.inconclusive(Reason.HEAL_NOT_CONFIRMED, name + " was never healed"));
        }
        List<Event.EffectSeen> seen = fault.seen(Event.Moment.AFTER);
        if (seen.isEmpty()) {
            return Optional.of(draft.inconclusive(
                    Reason.HEAL_NOT_CONFIRMED,
                    "no witness was asked whether " + name + " was gone"));
        }
        Event.EffectSeen last = seen.get(seen.size() - 1);
        return last.inEffect() == Event.Ternary.NO
                ? Optional.empty()
                : Optional.of(draft.inconclusive(
                        Reason.HEAL_NOT_CONFIRMED,
                        name + " was not seen gone after its heal: " + last.detail()));
    }
}
