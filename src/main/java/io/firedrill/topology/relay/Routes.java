package io.firedrill.topology.relay;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Which request does what, and what every request goes through. */
final class Routes {
    private static final String ANY = "{}";
    private static final int MOVED = 301;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;

    private final List<Route> routes = new ArrayList<>();

    /** A route; {@code {}} in its path stands for a name. */
    private record Route(
            String method, List<String> path, BiFunction<List<String>, byte[], HttpAnswer> action) {

        boolean fits(List<String> segments) {
            boolean fits = segments.size() == path.size();
            for (int i = 0; fits && i < path.size(); i++) {
                fits = path.get(i).equals(ANY)
                        ? !segments.get(i).isEmpty()
                        : path.get(i).equals(segments.get(i));
            }
            return fits;
        }
    }

    /** Routes requests to an API. */
    Routes(Api api) {
        add("POST", "/reset", (path, body) -> api.reset());
        add("GET", "/proxies", (path, body) -> api.list());
        add("POST", "/proxies", (path, body) -> api.create(body));
        add("POST", "/populate", (path, body) -> api.populate(body));
        add("GET", "/proxies/{}", (path, body) -> api.show(path.get(1)));
        add("POST,PATCH", "/proxies/{}", (path, body) -> api.update(path.get(1), body));
        add("DELETE", "/proxies/{}", (path, body) -> api.delete(path.get(1)));
        String toxics = "/proxies/{}/toxics";
        add("GET", toxics, (path, body) -> api.toxics(path.get(1)));
        add("POST", toxics, (path, body) -> api.addToxic(path.get(1), body));
        add("GET", toxics + "/{}", (path, body) -> api.toxic(path.get(1), path.get(3)));
        add(
                "POST,PATCH",
                toxics + "/{}",
                (path, body) -> api.updateToxic(path.get(1), path.get(3), body));
        add("DELETE", toxics + "/{}", (path, body) -> api.deleteToxic(path.get(1), path.get(3)));
        add("GET", "/version", (path, body) -> api.version());
    }

    private void add(
            String methods, String path, BiFunction<List<String>, byte[], HttpAnswer> action) {
        for (String method : methods.split(",", -1)) {
            routes.add(new Route(method, segments(path), action));
        }
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    /** Answers a request. */
    HttpAnswer answer(HttpRequest request) {
        String path = path(request.target());
        String clean = clean(path);
        if (!clean.equals(path)) {
            return new HttpAnswer(MOVED, Map.of("Location", clean), new byte[0]);
        }
        List<String> segments = segments(path);
        List<Route> fitting =
                routes.stream().filter(route -> route.fits(segments)).toList();
        if (fitting.isEmpty()) {
            return HttpAnswer.error(NOT_FOUND, "404 page not found");
        }
        return fitting.stream()
                .filter(route -> route.method().equals(request.method()))
                .findFirst()
                .map(route -> act(route, segments, request))
                .orElseGet(() -> HttpAnswer.empty(NOT_ALLOWED));
    }

    /** A page in a browser must not reach the API of whoever looks at it. */
    private static HttpAnswer act(Route route, List<String> segments, HttpRequest request) {
        if (request.header("user-agent").startsWith("Mozilla/")) {
            return HttpAnswer.error(FORBIDDEN, "User agent not allowed");
        }
        try {
            return route.action().apply(segments, request.body());
        } catch (ApiError e) {
            String json = new String(Answers.bytes(Answers.error(e)), StandardCharsets.UTF_8);
            return HttpAnswer.error(e.status(), json);
        }
    }

    private static String path(String target) {
        String path = target.split("[?#]", 2)[0];
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path; // not encoded as it should be: no route has such a name
        }
    }

    /** Takes empty segments, {@code .} and {@code ..} out; a slash at the end stays. */
    private static String clean(String path) {
        Deque<String> kept = new ArrayDeque<>();
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..")) {
                kept.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                kept.addLast(segment);
            }
        }
        String clean = "/" + String.join("/", kept);
        return path.endsWith("/") && clean.length() > 1 ? clean + "/" : clean;
    }
}
