package io.firedrill.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Binds requests, those of journeys, sign-ins and objectives alike. */
final class RequestBinder {
    private static final List<String> METHODS = Stream.concat(
                    Shapes.WITHOUT_BODY.stream(), Shapes.WITH_BODY.stream())
            .toList();

    private static final int SERVER_ERROR = 500;

    private final Placeholders placeholders;

    RequestBinder(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /** Binds requests in a row, each of which may use what those before it kept. */
    static List<HttpStep> inARow(Fields owner, String key, Placeholders placeholders) {
        Placeholders filled = placeholders;
        List<HttpStep> steps = new ArrayList<>();
        for (Value item : owner.find(key).map(list -> list.notEmpty().items()).orElse(List.of())) {
            HttpStep step = new RequestBinder(filled).bind(item.fields(Shapes.REQUEST));
            filled = filled.plus(step.keep().keySet());
            steps.add(step);
        }
        return List.copyOf(steps);
    }

    /** Binds one request. */
    HttpStep bind(Fields fields) {
        String method = method(fields);
        Optional<Fields> expect = fields.find("expect").map(value -> value.fields(Shapes.EXPECT));
        return new HttpStep(
                method.toUpperCase(Locale.ROOT),
                fields.find(method).map(this::path).orElse("/"),
                headers(fields),
                fields.find("json").flatMap(this::body),
                form(fields),
                expect.flatMap(it -> it.find("status"))
                        .map(RequestBinder::statuses)
                        .orElse(Set.of(200)),
                expect.map(this::values).orElse(Map.of()),
                keep(fields));
    }

    private static String method(Fields fields) {
        List<String> given = fields.given(METHODS);
        if (given.size() != 1) {
            fields.whole()
                    .problem(
                            "a request has "
                                    + (given.isEmpty() ? "no method" : "more than one method"),
                            "exactly one of: " + String.join(", ", METHODS),
                            "");
        } else {
            checkBody(fields, given.get(0));
        }
        return given.isEmpty() ? "get" : given.get(0);
    }

    private static void checkBody(Fields fields, String method) {
        List<String> bodies = fields.given(List.of("json", "form"));
        if (bodies.size() > 1) {
            fields.place("form")
                    .problem("'json' and 'form' are both given", "needed: one body", "");
        } else if (!bodies.isEmpty() && Shapes.WITHOUT_BODY.contains(method)) {
            fields.place(bodies.get(0))
                    .problem(
                            "a " + method + " request has no body",
                            "'" + bodies.get(0) + "' is allowed with: "
                                    + String.join(", ", Shapes.WITH_BODY),
                            "");
        }
    }

    private Map<String, String> form(Fields fields) {
        Map<String, String> form = new LinkedHashMap<>();
        for (Entry entry : fields.map("form")) {
            placeholders.check(entry.value());
            form.put(entry.key().text(), entry.value().text());
        }
        return Collections.unmodifiableMap(form);
    }

    private String path(Value value) {
        placeholders.check(value);
        return value.as(Notations.HTTP_PATH);
    }

    private Map<String, String> headers(Fields fields) {
        return headers(fields.map("headers"), placeholders);
    }

    /** Binds headers, name to value. */
    static Map<String, String> headers(List<Entry> entries, Placeholders placeholders) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Entry entry : entries) {
            placeholders.check(entry.value());
            headers.put(entry.key().as(Notations.HEADER), entry.value().as(Notations.HEADER_VALUE));
        }
        return Collections.unmodifiableMap(headers);
    }

    private Optional<Object> body(Value value) {
        placeholders.check(value);
        Object body = JsonValue.of(value);
        if (body == null) {
            value.problem("json is empty", "allowed: a body", "");
        }
        return Optional.ofNullable(body);
    }

    private static Set<Integer> statuses(Value value) {
        Set<Integer> statuses = new LinkedHashSet<>();
        for (Value item : value.notEmpty().oneOrMore()) {
            int status = item.as(Notations.STATUS);
            if (status >= SERVER_ERROR) {
                item.problem(
                        "status " + status + " says that the system itself failed",
                        "needed: below " + SERVER_ERROR,
                        "A request that is content with it could never fail");
            }
            statuses.add(status);
        }
        return Collections.unmodifiableSet(statuses);
    }

    private Map<String, Object> values(Fields expect) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Entry entry : expect.map("json")) {
            placeholders.check(entry.value());
            Object value = JsonValue.of(entry.value());
            if (value == null) {
                entry.key().problem("no value to expect is given", "allowed: a value", "");
            } else {
                values.put(entry.key().as(Notations.JSON_PATH), value);
            }
        }
        return Collections.unmodifiableMap(values);
    }

    private static Map<String, String> keep(Fields fields) {
        Map<String, String> keep = new LinkedHashMap<>();
        for (Entry entry : fields.map("keep")) {
            String name = entry.key().as(Notations.NAME);
            if (Placeholders.BUILT_IN.contains(name)) {
                entry.key()
                        .problem(
                                "'{" + name + "}' is filled already",
                                "keep it under another name",
                                "");
            }
            keep.put(name, entry.value().as(Notations.JSON_PATH));
        }
        return Collections.unmodifiableMap(keep);
    }
}
