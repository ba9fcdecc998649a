package io.firedrill.fault;

/** A fault that is aimed, then in effect, then healed. Used by one thread. */
public interface ActiveFault extends AutoCloseable {

    /** Says in plain words what is done to what. */
    String describe();

    /** Breaks it; returns when the injector has done its part. */
    void apply();

    /** Asks a witness whether it is in effect now; may be asked before, during and after. */
    Effect effect();

    /** Heals it: idempotent, and safe where {@link #apply} never ran or failed half way. */
    @Override
    void close();
}
