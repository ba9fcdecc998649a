package io.firedrill.scenario;

import java.util.List;
import java.util.function.Function;

/**
 * What the reader must know of a fault to validate its use.
 *
 * @param name the key in {@code inject}, for instance {@code cut}
 * @param target what it is aimed at
 * @param needs name of the capability that its target must have, as in
 *     {@link Vocabulary#capabilities}
 * @param settings its own settings
 * @param meaning one line: what it stands for
 * @param expansion from the step as written to the steps that are played: the same one, or a
 *     schedule of other faults and their heals
 */
public record FaultKind(
        String name,
        TargetKind target,
        String needs,
        List<Setting> settings,
        String meaning,
        Function<Step.Inject, List<Step>> expansion) {

    /** Declares a fault that is played as it is written. */
    public FaultKind(
            String name, TargetKind target, String needs, List<Setting> settings, String meaning) {
        this(name, target, needs, settings, meaning, List::of);
    }

    /** What a fault can be aimed at. */
    public enum TargetKind {
        LINK,
        COMPONENT
    }
}
