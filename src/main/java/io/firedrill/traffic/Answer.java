package io.firedrill.traffic;

import java.util.List;

/**
 * A complete HTTP answer.
 *
 * @param cookies its {@code Set-Cookie} headers
 */
record Answer(int status, String body, List<String> cookies) {

    /** Makes one that gives no cookies. */
    Answer(int status, String body) {
        this(status, body, List.of());
    }

    /** Never prints the body, which may hold a token. */
    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
