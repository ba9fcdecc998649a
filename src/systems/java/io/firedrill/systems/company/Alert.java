package io.firedrill.systems.company;

import java.time.Instant;
import java.util.List;

/**
 * What monitoring says of the service.
 *
 * @param key its name, by which it is called in and acknowledged
 * @param failing journeys that customers do not get through with, in alphabetical order
 * @param since when that began: failing at all, or being well
 * @param called whether somebody was called
 * @param escalated whether the next person was called, for nobody had acknowledged
 */
record Alert(String key, List<String> failing, Instant since, boolean called, boolean escalated) {
    boolean well() {
        return failing.isEmpty();
    }

    Alert failing(List<String> other) {
        return new Alert(key, other, since, called, escalated);
    }

    /** Gives the same once customers are served again. */
    Alert over(Instant now) {
        return new Alert(key, List.of(), now, called, escalated);
    }

    Alert called(boolean other) {
        return new Alert(key, failing, since, other, escalated);
    }

    Alert escalate() {
        return new Alert(key, failing, since, called, true);
    }
}
