package io.firedrill.scenario;

import java.util.List;
import java.util.stream.Collectors;

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
        /** Writes it as the journal and the reports do. */
        String text();

        /** A component by name. */
        record Component(String name) implements Target {
            @Override
            public String text() {
                return name;
            }
        }

        /** Whichever component holds the role at the moment of injection. */
        record RoleHolder(String role) implements Target {
            @Override
            public String text() {
                return role;
            }
        }

        /** Those that could hold the role and do not, at the moment of injection. */
        record OthersOf(String role) implements Target {
            /** What is written before the role. */
            static final String WORDS = "others of ";

            @Override
            public String text() {
                return WORDS + role;
            }
        }

        /** Several components at once: components, holders of roles, and others of roles. */
        record Several(List<Target> members) implements Target {
            /** Copies the list. */
            public Several {
                members = List.copyOf(members);
            }

            @Override
            public String text() {
                return members.stream().map(Target::text).collect(Collectors.joining(", "));
            }
        }

        /** Groups of components, each against all others. */
        record Groups(List<Several> groups) implements Target {
            /** Copies the list. */
            public Groups {
                groups = List.copyOf(groups);
            }

            @Override
            public String text() {
                return groups.stream().map(Several::text).collect(Collectors.joining(" | "));
            }
        }

        /** One link. */
        record OnLink(Link link) implements Target {
            @Override
            public String text() {
                return link.toString();
            }
        }
    }
}
