package io.firedrill.topology.relay;

import java.util.Map;

/**
 * A request of the API.
 *
 * @param target path and query as they were sent
 * @param headers by name in lower case
 */
record HttpRequest(
        String method, String target, Map<String, String> headers, byte[] body, boolean last) {

    /** Gives a header; empty where it was not sent. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
