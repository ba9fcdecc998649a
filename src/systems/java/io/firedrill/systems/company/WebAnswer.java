package io.firedrill.systems.company;

import java.util.Map;

/** An answer of HTTP. */
record WebAnswer(int status, String type, String body) {
    private static final int ERROR = 400;

    static WebAnswer json(int status, Object body) {
        return new WebAnswer(status, WebRequest.JSON, Json.text(body));
    }

    static WebAnswer html(String body) {
        return new WebAnswer(200, "text/html; charset=utf-8", body);
    }

    static WebAnswer done() {
        return json(200, Map.of("done", true));
    }

    static WebAnswer notFound() {
        return json(404, Map.of("error", "There is no such page."));
    }

    static WebAnswer unavailable(String why) {
        return json(503, Map.of("error", why));
    }

    boolean ok() {
        return status < ERROR;
    }
}
