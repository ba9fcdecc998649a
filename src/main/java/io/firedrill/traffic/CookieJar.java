package io.firedrill.traffic;

import java.net.HttpCookie;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The cookies that one customer holds. Sent with every request to the entry: path, domain and
 * {@code Secure} are not looked at, for there is one host, and TLS may end before it.
 */
final class CookieJar {
    private static final int WORTH_HIDING = 8;

    private final Discretion discretion;
    private final Map<String, String> cookies = new TreeMap<>();

    /** Makes an empty one; longer values are secrets, as session ids are. */
    CookieJar(Discretion discretion) {
        this.discretion = discretion;
    }

    /** Takes what an answer gave, {@code Set-Cookie} by {@code Set-Cookie}. */
    synchronized void take(List<String> given) {
        given.forEach(this::take);
    }

    private void take(String header) {
        try {
            for (HttpCookie cookie : HttpCookie.parse(header)) {
                if (cookie.hasExpired()) {
                    cookies.remove(cookie.getName());
                } else {
                    cookies.put(cookie.getName(), cookie.getValue());
                    hide(cookie.getValue());
                }
            }
        } catch (IllegalArgumentException noCookie) {
            // as a browser does: what is no cookie is not kept, and shows in what is refused then
        }
    }

    private void hide(String value) {
        if (value.length() >= WORTH_HIDING) {
            discretion.learn(value);
        }
    }

    /** Gives the header that sends them; none where there are none. */
    synchronized Map<String, String> header() {
        String all = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? Map.of() : Map.of("Cookie", all);
    }
}
