package io.firedrill.check;

import io.firedrill.journal.Journal;
import io.firedrill.scenario.Scenario;

/**
 * A check that is always on and asks whether the <em>drill</em> was good, not the system: it passes
 * or is INCONCLUSIVE, and never FAILs.
 */
interface ImplicitCheck {

    /** Names it; no objective may have this name. */
    String id();

    /** Says whether, where it did not pass, the objectives are not to be believed either. */
    boolean ground(Verdict verdict);

    /** Examines the drill. */
    Verdict examine(Scenario scenario, Journal journal);
}
