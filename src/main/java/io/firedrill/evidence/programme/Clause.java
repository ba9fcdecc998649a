package io.firedrill.evidence.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A clause of a law, a standard or a guide that drills are evidence toward.
 *
 * @param id how it is cited
 * @param text what it asks, in one line of our own words
 * @param strength how much a drill in containers says of it
 * @param source where its own words stand
 * @param checked when somebody last looked it up
 * @param objectives kinds of objectives that are evidence toward it; {@link #TOLD} and
 *     {@link #EVERY_DRILL} stand for many
 */
public record Clause(
        String id,
        String text,
        Strength strength,
        String source,
        LocalDate checked,
        List<String> objectives) {
    /** Stands for every check of what people are told. */
    public static final String TOLD = "told";

    /** Stands for every drill, whatever its objectives are. */
    public static final String EVERY_DRILL = "every-drill";

    /** How much a drill in containers says of a clause. */
    public enum Strength {
        /** The pack is what the clause asks for. */
        DIRECT,
        /** It shows a part of what the clause asks for, on a copy. */
        SUPPORTING,
        /** It says something from which the rest may be argued. */
        INDIRECT;

        /** Gives the word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Gives the next lower one; the lowest stays. */
        public Strength lowered() {
            return this == DIRECT ? SUPPORTING : INDIRECT;
        }
    }
}
