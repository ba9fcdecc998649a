package io.firedrill.check;

import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Scenario;

/** Judges one kind of objective; found through {@link java.util.ServiceLoader}. */
public interface Check {

    /** Declares its name and its settings. */
    ObjectiveKind kind();

    /** Judges an objective from the scenario and the journal alone. */
    Verdict examine(Objective objective, Scenario scenario, Journal journal);
}
