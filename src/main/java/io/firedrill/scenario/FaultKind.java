package io.firedrill.scenario;

import java.util.List;

/**
 * What the reader must know of a fault to validate its use.
 *
 * @param name the key in {@code inject}, for instance {@code cut}
 * @param target what it is aimed at
 * @param needs name of the capability that its target must have, as in
 *     {@link Vocabulary#capabilities}
 * @param settings its own settings
 * @param meaning one line: what it stands for
 */
public record FaultKind(
        String name, TargetKind target, String needs, List<Setting> settings, String meaning) {
    /** What a fault can be aimed at. */
    public enum TargetKind {
        LINK,
        COMPONENT
    }
}
