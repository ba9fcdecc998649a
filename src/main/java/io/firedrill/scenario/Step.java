package io.firedrill.scenario;

/** One line of the script. */
public sealed interface Step {

    /** Says when the step is due. */
    Trigger when();

    /** Names the fault it injects or heals. */
    String called();

    /** Breaks something. */
    record Inject(Trigger when, String called, FaultSpec fault) implements Step {}

    /** Undoes the fault injected under that name. */
    record Heal(Trigger when, String called) implements Step {}
}
