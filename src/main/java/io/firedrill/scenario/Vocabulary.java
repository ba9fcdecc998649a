package io.firedrill.scenario;

import java.util.List;
import java.util.Set;

/**
 * The words that scenarios may use, as the plug-ins on the class path declare them.
 *
 * @param capabilities names of what the provisioner at hand lets be done to components and links,
 *     for instance {@code crash}, {@code vanish}, {@code pause}, {@code relay}
 */
public record Vocabulary(
        List<FaultKind> faults, List<ObjectiveKind> objectives, Set<String> capabilities) {}
