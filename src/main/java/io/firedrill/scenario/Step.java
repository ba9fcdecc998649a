package io.firedrill.scenario;

/** One line of the script. */
public sealed interface Step {

    /** Says when the step is due. */
    Trigger when();

    /** Names the fault it injects or heals, or what it asks of people. */
    String called();

    /** Breaks something. */
    record Inject(Trigger when, String called, FaultSpec fault) implements Step {}

    /** Undoes the fault injected under that name. */
    record Heal(Trigger when, String called) implements Step {}

    /**
     * Asks people for something. The script goes on meanwhile; a step that waits for the answer
     * says so by its trigger. An objective of the same name judges whether they answered in time.
     */
    record Ask(Trigger when, String called, Assignment assignment) implements Step {}
}
