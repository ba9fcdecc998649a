package io.firedrill.scenario;

import java.util.Locale;

/** Binds the names that settings may hold; what is no such name is noted at the value. */
interface Names {

    /**
     * Binds a name of a type, such as {@link Setting.Type#JOURNEY}; gives the text, or what it
     * stands for.
     */
    Object bind(Setting.Type type, Value value);

    /** Notes that settings here hold no name of that type. */
    static Object refuse(Setting.Type type, Value value) {
        value.problem(
                "no setting here takes a " + type.name().toLowerCase(Locale.ROOT), "none", "");
        return "";
    }
}
