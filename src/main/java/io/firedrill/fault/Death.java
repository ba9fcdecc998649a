package io.firedrill.fault;

import io.firedrill.topology.SystemUnderDrill;

/**
 * A fault that is over as soon as it is done: a process ends. Proved by a death that the platform
 * saw since the fault was aimed; healed where the component runs again.
 */
final class Death implements ActiveFault {
    private static final String WITNESS = "docker event stream";

    private final Deed deed;
    private final SystemUnderDrill system;
    private final long deathsBefore;
    private boolean healed;

    Death(Deed deed, SystemUnderDrill system) {
        this.deed = deed;
        this.system = system;
        this.deathsBefore = system.witness().deaths(deed.component());
    }

    /**
     * What is done.
     *
     * @param words in plain words
     * @param cure starts the component where nobody else did; safe to do twice
     */
    record Deed(String component, String words, Runnable inject, Runnable cure) {}

    @Override
    public String describe() {
        return deed.words();
    }

    @Override
    public void apply() {
        deed.inject().run();
    }

    @Override
    public Effect effect() {
        long deaths = system.witness().deaths(deed.component()) - deathsBefore;
        String state = system.witness().state(deed.component());
        String detail = deaths + (deaths == 1 ? " death" : " deaths") + " seen, now " + state;
        if (healed) {
            boolean up = "running".equals(state);
            return new Effect(up ? Effect.State.ABSENT : Effect.State.UNKNOWN, WITNESS, detail);
        }
        return new Effect(
                deaths > 0 ? Effect.State.IN_EFFECT : Effect.State.ABSENT, WITNESS, detail);
    }

    @Override
    public void close() {
        deed.cure().run();
        healed = true;
    }
}
