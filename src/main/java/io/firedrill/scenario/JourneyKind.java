package io.firedrill.scenario;

import java.util.List;
import java.util.Set;

/**
 * What the reader must know of a journey that is a Java class, to validate its use.
 *
 * @param name the word after {@code by}, for instance {@code smtp-mail}
 * @param settings what stands under {@code with}; of any type but JOURNEY, COMPONENT and ROLE,
 *     which belong to drills
 * @param writes what it can say of writes
 * @param meaning one line: what one attempt does
 */
public record JourneyKind(String name, List<Setting> settings, Writes writes, String meaning) {
    private static final Set<Setting.Type> OF_DRILLS =
            Set.of(Setting.Type.JOURNEY, Setting.Type.COMPONENT, Setting.Type.ROLE);

    /** Refuses settings that only a drill could bind. */
    public JourneyKind {
        settings = List.copyOf(settings);
        for (Setting setting : settings) {
            if (OF_DRILLS.contains(setting.type())) {
                throw new IllegalArgumentException("setting '" + setting.name() + "' of journey '"
                        + name + "' is of type " + setting.type()
                        + ", which only faults and objectives can have");
            }
        }
    }

    /** What a journey can say of writes. */
    public enum Writes {
        /** It only reads, or never tells its customer that a write is safe. */
        NONE,
        /** A good end tells the customer that the write is safe. */
        ACKNOWLEDGED,
        /** The same, and it can be asked afterwards how often a write is there. */
        COUNTED
    }
}
