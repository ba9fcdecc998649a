package io.firedrill.journal;

/** The parts of a drill's life, in order (DESIGN 5). */
public enum Phase {
    PROVISION,
    BASELINE,
    FAULTS,
    RECOVERY,
    RECONCILE,
    CLOSE
}
