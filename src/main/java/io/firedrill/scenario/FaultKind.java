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

    /** Declares a fault on a link, which its relay brings about. */
    public static FaultKind onLink(String name, List<Setting> settings, String meaning) {
        return new FaultKind(name, TargetKind.LINK, "relay", settings, meaning, List::of);
    }

    /** Declares a fault of a component that has the capability it needs. */
    public static FaultKind onComponent(
            String name, String needs, List<Setting> settings, String meaning) {
        return new FaultKind(name, TargetKind.COMPONENT, needs, settings, meaning, List::of);
    }

    /** Declares a fault of one component, or of several at once. */
    public static FaultKind onComponents(
            String name, String needs, List<Setting> settings, String meaning) {
        return new FaultKind(name, TargetKind.COMPONENTS, needs, settings, meaning, List::of);
    }

    /** Declares a fault between groups of components. */
    public static FaultKind onGroups(
            String name, String needs, List<Setting> settings, String meaning) {
        return new FaultKind(name, TargetKind.GROUPS, needs, settings, meaning, List::of);
    }

    /** Declares the same fault, for which others are played. */
    public FaultKind playedAs(Function<Step.Inject, List<Step>> steps) {
        return new FaultKind(name, target, needs, settings, meaning, steps);
    }

    /** What a fault can be aimed at. */
    public enum TargetKind {
        LINK,
        COMPONENT,
        /** One or several. */
        COMPONENTS,
        /** Two or more groups of components. */
        GROUPS
    }
}
