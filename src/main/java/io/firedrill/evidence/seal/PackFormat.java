package io.firedrill.evidence.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether a file of a pack is of a format that is newer than this Firedrill. */
final class PackFormat {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("([a-z-]+)/([0-9]{1,9})");

    private PackFormat() {}

    /**
     * Gives the format that a file names, where it is a newer one.
     *
     * @param text a file of JSON with a member {@code format}
     * @param known the newest format of that name that is known here
     */
    static Optional<String> newer(String text, String known) {
        try {
            String format = JSON.readTree(text).path("format").asText();
            return Optional.of(format).filter(it -> isNewer(it, known));
        } catch (JsonProcessingException e) {
            return Optional.empty(); // it is broken, which whoever reads it says
        }
    }

    private static boolean isNewer(String format, String known) {
        Matcher it = NAME.matcher(format);
        Matcher ours = NAME.matcher(known);
        return it.matches()
                && ours.matches()
                && it.group(1).equals(ours.group(1))
                && Long.parseLong(it.group(2)) > Long.parseLong(ours.group(2));
    }

    /** Says in one line that a pack can not be looked at here. */
    static String refused(String format) {
        return "its format is " + format + ", which this Firedrill (" + FiredrillVersion.here()
                + ") does not know: take the version that made it, or a newer one";
    }
}
