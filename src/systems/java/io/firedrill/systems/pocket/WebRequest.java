package io.firedrill.systems.pocket;

import org.jspecify.annotations.Nullable;

/**
 * A request of HTTP.
 *
 * @param target path and query
 * @param authorization the header of that name
 * @param body empty where there is none
 */
record WebRequest(String method, String target, @Nullable String authorization, String body) {
    /** Says whether it may be sent twice without harm. */
    boolean isRead() {
        return method.equals("GET");
    }

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
