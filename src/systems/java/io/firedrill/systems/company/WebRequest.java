package io.firedrill.systems.company;

import java.util.Map;

/**
 * A request of HTTP.
 *
 * @param target path and query
 * @param headers those beside the content type; a server is not told of them
 * @param type content type of the body; a server takes all for JSON
 * @param body empty where there is none
 */
record WebRequest(
        String method, String target, Map<String, String> headers, String type, String body) {
    static final String JSON = "application/json";
    static final String TEXT = "text/plain";
    static final String FORM = "application/x-www-form-urlencoded";

    static WebRequest get(String target) {
        return new WebRequest("GET", target, Map.of(), TEXT, "");
    }

    static WebRequest post(String target, Object body) {
        return new WebRequest("POST", target, Map.of(), JSON, Json.text(body));
    }

    static WebRequest put(String target, String text) {
        return new WebRequest("PUT", target, Map.of(), TEXT, text);
    }

    WebRequest with(Map<String, String> other) {
        return new WebRequest(method, target, other, type, body);
    }

    /** Gives the path without the query. */
    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** Gives a parameter of the query; empty where it is not there. */
    String parameter(String name) {
        int query = target.indexOf('?');
        String all = query < 0 ? "" : target.substring(query + 1);
        for (String one : all.split("&", -1)) {
            if (one.startsWith(name + "=")) {
                return one.substring(name.length() + 1);
            }
        }
        return "";
    }
}
