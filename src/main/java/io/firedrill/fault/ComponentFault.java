package io.firedrill.fault;

import java.util.function.Supplier;

/**
 * A state that a component is put into and taken out of again.
 *
 * @param describe what is done to it
 * @param inject puts it into the state
 * @param cure takes it out; safe to do twice
 * @param look asks the witness
 */
record ComponentFault(String describe, Runnable inject, Runnable cure, Supplier<Effect> look)
        implements ActiveFault {
    @Override
    public void apply() {
        inject.run();
    }

    @Override
    public Effect effect() {
        return look.get();
    }

    @Override
    public void close() {
        cure.run();
    }
}
