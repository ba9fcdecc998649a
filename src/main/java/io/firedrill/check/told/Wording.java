package io.firedrill.check.told;

import io.firedrill.scenario.Setting;
import io.firedrill.scenario.Settings;

import java.util.List;

/**
 * How a text is looked through: lists of words, less what a plan allows, with what it forbids.
 *
 * @param list what is looked for
 * @param allowed phrases that are let pass wherever they stand
 */
record Wording(WordList list, List<String> allowed) {
    private static final String ALLOW = "allow";
    private static final String FORBID = "forbid";

    /** Declares the two settings that every check of wording has. */
    static List<Setting> settings() {
        return List.of(
                Setting.optional(
                        ALLOW,
                        Setting.Type.WORDS,
                        List.of(),
                        "words and phrases that are all right here"),
                Setting.optional(
                        FORBID,
                        Setting.Type.WORDS,
                        List.of(),
                        "words and phrases that are not, beside the usual ones"));
    }

    /** Makes one from a list and the settings of a check. */
    static Wording of(WordList list, Settings settings) {
        return new Wording(
                list.and(settings.words(FORBID), "the plan forbids it"), settings.words(ALLOW));
    }

    /** Gives what is in a text and should not be. */
    List<WordList.Finding> in(String text) {
        return list.in(clean(text));
    }

    /** Gives a text without what is allowed. */
    String clean(String text) {
        String rest = text;
        for (String phrase : allowed) {
            rest = WordList.phrase(phrase).matcher(rest).replaceAll(" ");
        }
        return rest;
    }
}
