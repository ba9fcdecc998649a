package io.firedrill.systems.pocket;

import java.util.Map;

/**
 * An answer of HTTP.
 *
 * @param body JSON, or empty
 */
record WebAnswer(int status, String body) {

    static WebAnswer of(int status, Object body) {
        return new WebAnswer(status, Json.text(body));
    }

    static WebAnswer of(Problem problem) {
        return of(
                problem.status(),
                Map.of("error", Map.of("code", problem.code(), "message", problem.message())));
    }
}
