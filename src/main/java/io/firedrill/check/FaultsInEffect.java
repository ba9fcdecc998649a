package io.firedrill.check;

import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Step;

import java.util.List;
import java.util.Optional;

/**
 * Each fault of the script was applied, was not in effect before, and a witness other than the
 * injector saw it in effect, and did not see it gone when it was to be healed (SURVIVAL R9).
 */
final class FaultsInEffect implements ImplicitCheck {

    @Override
    public String id() {
        return "faults-in-effect";
    }

    @Override
    public boolean ground(Verdict verdict) {
        return true;
    }

    @Override
    public Verdict examine(Scenario scenario, Journal journal) {
        Draft draft = Draft.implicit(id(), "each fault seen by a witness");
        Faults faults = Faults.of(journal);
        List<String> planned = scenario.steps().stream()
                .filter(Step.Inject.class::isInstance)
                .map(Step::called)
                .toList();
        if (planned.isEmpty() && faults.all().isEmpty()) {
            return draft.inconclusive(Reason.FAULT_NOT_IN_EFFECT, "the scenario injects no fault");
        }
        for (String called : planned) {
            if (faults.called(called).isEmpty()) {
                return draft.inconclusive(
                        Reason.FAULT_NOT_IN_EFFECT, "fault '" + called + "' was never injected");
            }
        }
        for (FaultFacts fault : faults.all()) {
            Optional<Verdict> wrong = wrong(draft, fault);
            if (wrong.isPresent()) {
                return wrong.get();
            }
            draft.detail(fault.called(), seenAs(fault));
        }
        return draft.pass(
                faults.all().size() + " of " + faults.all().size() + " faults were seen in effect");
    }

    private static Optional<Verdict> wrong(Draft draft, FaultFacts fault) {
        draft.events(fault.events());
        String name =
                "fault '" + fault.called() + "' (" + fault.fault() + " " + fault.resolved() + ")";
        if (fault.applied().isEmpty()) {
            return Optional.of(
                    draft.inconclusive(Reason.FAULT_NOT_IN_EFFECT, name + " could not be applied"));
        }
        return before(draft, fault, name).or(() -> during(draft, fault, name));
    }

    private static Optional<Verdict> before(Draft draft, FaultFacts fault, String name) {
        List<Event.EffectSeen> seen = fault.seen(Event.Moment.BEFORE);
        if (has(seen, Event.Ternary.YES)) {
            return Optional.of(draft.inconclusive(
                    Reason.FAULT_IN_EFFECT_BEFORE,
                    name + " was in effect before it was injected: " + told(seen)));
        }
        if (!has(seen, Event.Ternary.NO)) {
            return Optional.of(draft.inconclusive(
                    Reason.NOT_MEASURED,
                    "no witness could tell whether " + name + " was in effect before: "
                            + told(seen)));
        }
        return Optional.empty();
    }

    private static Optional<Verdict> during(Draft draft, FaultFacts fault, String name) {
        List<Event.EffectSeen> seen = fault.seen(Event.Moment.DURING);
        if (has(seen, Event.Ternary.YES)) {
            return until(draft, seen, name);
        }
        return Optional.of(draft.inconclusive(
                Reason.FAULT_NOT_IN_EFFECT,
                name + " was never seen in effect, asked " + seen.size() + " times: "
                        + told(seen)));
    }

    /** What came back after the fault had ended by itself was no failover. */
    private static Optional<Verdict> until(Draft draft, List<Event.EffectSeen> seen, String name) {
        boolean ended = seen.get(seen.size() - 1).inEffect() == Event.Ternary.NO;
        return ended
                ? Optional.of(draft.inconclusive(
                        Reason.FAULT_NOT_IN_EFFECT,
                        name + " was in effect, and no longer when it was to be healed: "
                                + told(seen)))
                : Optional.empty();
    }

    private static boolean has(List<Event.EffectSeen> seen, Event.Ternary answer) {
        return seen.stream().anyMatch(one -> one.inEffect() == answer);
    }

    private static String told(List<Event.EffectSeen> seen) {
        return seen.isEmpty() ? "nobody was asked" : seen.get(seen.size() - 1).detail();
    }

    private static String seenAs(FaultFacts fault) {
        return fault.seen(Event.Moment.DURING).stream()
                .filter(seen -> seen.inEffect() == Event.Ternary.YES)
                .map(seen -> seen.witness() + ": " + seen.detail())
                .findFirst()
                .orElse("");
    }
}
