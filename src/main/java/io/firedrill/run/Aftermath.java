package io.firedrill.run;

import java.util.Map;

/**
 * What is left of a system after its drill, besides the journal.
 *
 * @param logs the last log lines of each component, by name; empty where the system did not come up
 * @param definition how the system was really started, secrets masked; empty where it was not
 */
public record Aftermath(Map<String, String> logs, String definition) {
    /** Nothing came up, so nothing is left. */
    static final Aftermath NOTHING = new Aftermath(Map.of(), "");
}
