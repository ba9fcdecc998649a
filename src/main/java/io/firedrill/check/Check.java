package io.firedrill.check;

import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.PlainWords;
import io.firedrill.scenario.Scenario;

/** Judges one kind of objective; found through {@link java.util.ServiceLoader}. */
public interface Check {

    /** Declares its name and its settings. */
    ObjectiveKind kind();

    /**
     * Says in plain words what it will measure, and the target. Where it is not said better, from
     * what the kind declares.
     */
    default String explain(Objective objective) {
        return PlainWords.kind(kind().meaning(), kind().settings(), objective.settings());
    }

    /** Judges an objective from the scenario and the journal alone. */
    Verdict examine(Objective objective, Scenario scenario, Journal journal);
}
