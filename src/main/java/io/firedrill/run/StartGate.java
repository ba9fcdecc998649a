package io.firedrill.run;

/**
 * Lets one drill at a time start its system and show its baseline: a start takes so much of a small
 * machine that another drill's baseline would suffer.
 */
public interface StartGate {

    /** Waits for its turn; called before anything is started. */
    void enter() throws InterruptedException;

    /** Gives the turn to the next; safe to call twice, and without having entered. */
    void leave();

    /** Lets everybody pass, for a drill that runs alone. */
    static StartGate open() {
        return new StartGate() {
            @Override
            public void enter() {}

            @Override
            public void leave() {}
        };
    }
}
