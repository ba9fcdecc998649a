package io.firedrill.check.told;

import io.firedrill.scenario.ObjectiveKind;
import io.firedrill.scenario.Setting;

import java.util.List;

/** Declares checks of what people are told. */
final class Kinds {
    private Kinds() {}

    /** Declares one that waits for nothing of its own: the drill's end shows it. */
    static ObjectiveKind of(String name, String meaning, Setting... settings) {
        return of(name, meaning, List.of(settings));
    }

    /** Declares one that waits for nothing of its own. */
    static ObjectiveKind of(String name, String meaning, List<Setting> settings) {
        return new ObjectiveKind(name, settings, any -> List.of(), false, meaning);
    }
}
