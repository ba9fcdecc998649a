package io.firedrill.scenario;

/**
 * A fault as written.
 *
 * @param kind name of the fault, for instance {@code vanish}
 * @param target what is broken
 * @param settings the fault's own settings, already of the types that its {@link FaultKind}
 *     declares
 */
public record FaultSpec(String kind, Target target, Settings settings) {

    /** What a fault is aimed at. */
    public sealed interface Target {
        /** A component by name. */
        record Component(String name) implements Target {}

        /** Whichever component holds the role at the moment of injection. */
        record RoleHolder(String role) implements Target {}

        /** One link. */
        record OnLink(Link link) implements Target {}
    }
}
