package io.firedrill.fault;

/**
 * What a witness saw of a fault.
 *
 * @param state whether it is in effect
 * @param witness who saw it, for instance {@code docker event stream}
 * @param detail what was seen
 */
public record Effect(State state, String witness, String detail) {
    /** In effect, not in effect, or the witness could not tell. */
    public enum State {
        IN_EFFECT,
        ABSENT,
        UNKNOWN
    }
}
