package io.firedrill.scenario;

import java.util.List;
import java.util.Set;

/**
 * The words that scenarios may use, as the plug-ins on the class path declare them.
 *
 * @param capabilities names of what the provisioner at hand lets be done to components and links,
 *     for instance {@code crash}, {@code vanish}, {@code pause}, {@code relay}
 * @param implicit ids of the checks that are always on; twins may name them, objectives may not
 *     bear them
 * @param reasons the reason codes that a twin may expect
 * @param journeys the journeys that are Java classes
 */
public record Vocabulary(
        List<FaultKind> faults,
        List<ObjectiveKind> objectives,
        Set<String> capabilities,
        List<String> implicit,
        Set<String> reasons,
        List<JourneyKind> journeys) {

    /** Makes a vocabulary without journeys that are Java classes. */
    public Vocabulary(
            List<FaultKind> faults,
            List<ObjectiveKind> objectives,
            Set<String> capabilities,
            List<String> implicit,
            Set<String> reasons) {
        this(faults, objectives, capabilities, implicit, reasons, List.of());
    }
}
