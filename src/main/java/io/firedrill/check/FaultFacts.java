package io.firedrill.check;

import io.firedrill.journal.Event;

import java.util.List;
import java.util.Optional;

/**
 * What the journal says of one fault.
 *
 * @param called its name in the scenario
 * @param fault its kind
 * @param target the target as written; {@code resolved} what that stood for at the injection
 * @param applied when it took effect; empty where the injector did not come through
 * @param healed when it was undone, also where the undoing failed; empty where nobody tried
 * @param healError why it could not be undone; empty where it could
 * @param proofs what the witness saw, in order
 * @param events indexes of its journal entries
 */
public record FaultFacts(
        String called,
        String fault,
        String target,
        String resolved,
        Optional<Interval> applied,
        Optional<Interval> healed,
        Optional<String> healError,
        List<Event.EffectSeen> proofs,
        List<Long> events) {

    /** Gives what the witness saw at a moment. */
    public List<Event.EffectSeen> seen(Event.Moment moment) {
        return proofs.stream().filter(proof -> proof.moment() == moment).toList();
    }
}
