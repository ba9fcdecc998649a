package io.firedrill.topology;

/** A system whose components can be taken off one another's networks. */
public interface Separable {
    /**
     * Lets nothing pass any more between those that it parts, relays included: packets vanish, no
     * connection is closed, names stay.
     */
    void separate(Separation separation);

    /** Lets everything pass that no other separation holds back. Idempotent. */
    void rejoin(Separation separation);
}
