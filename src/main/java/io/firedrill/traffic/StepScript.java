package io.firedrill.traffic;

import com.jayway.jsonpath.JsonPath;
import io.firedrill.journal.AttemptReason;
import io.firedrill.scenario.HttpStep;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.ContentType;

/** One {@link HttpStep}, made ready to be asked and judged many times. Immutable. */
final class StepScript {
    private final HttpStep step;
    private final boolean secret;
    private final List<Expectation> expectations;
    private final Map<String, JsonPath> keep;

    private StepScript(HttpStep step, boolean secret) {
        this.step = step;
        this.secret = secret;
        this.expectations = step.expect().entrySet().stream()
                .map(entry -> new Expectation(
                        entry.getKey(), JsonView.path(entry.getKey()), entry.getValue()))
                .toList();
        Map<String, JsonPath> paths = new LinkedHashMap<>();
        step.keep().forEach((name, path) -> paths.put(name, JsonView.path(path)));
        this.keep = Map.copyOf(paths);
    }

    /** Makes a step ready whose answers may be quoted where they are wrong. */
    static StepScript of(HttpStep step) {
        return new StepScript(step, false);
    }

    /**
     * Makes a step of a sign-in ready: its answers hold tokens that nobody knows yet, and are never
     * quoted.
     */
    static StepScript ofSignIn(HttpStep step) {
        return new StepScript(step, true);
    }

    /** What to send, placeholders filled in. */
    record Request(String method, String path, Map<String, String> headers, Optional<Body> body) {
        /** Never prints path, headers or body: they may hold a secret. */
        @Override
        public String toString() {
            return "Request[" + method + "]";
        }
    }

    /** A request's body. */
    record Body(String text, ContentType type) {
        /** Never prints the text: it may hold a secret. */
        @Override
        public String toString() {
            return "Body[" + type + "]";
        }
    }

    private record Expectation(String name, JsonPath path, Object value) {}

    /** Names the step as written, so without any value. */
    String name() {
        return step.method() + " " + step.path();
    }

    /** Names what the step keeps. */
    Set<String> keeps() {
        return keep.keySet();
    }

    /**
     * Says whether the step can have booked the write: it changes something, and names it or is the
     * last one.
     */
    boolean writes(boolean last) {
        return !step.method().equals("GET") && (last || mentionsWrite());
    }

    private boolean mentionsWrite() {
        return (step.path() + step.headers() + step.json() + step.form()).contains("{write}");
    }

    /** Gives the request, with further headers that the step's own ones override. */
    Request request(Placeholders values, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(more);
        step.headers().forEach((name, value) -> headers.put(name, values.fill(value)));
        return new Request(step.method(), values.fillPath(step.path()), headers, body(values));
    }

    private Optional<Body> body(Placeholders values) {
        if (!step.form().isEmpty()) {
            String form = step.form().entrySet().stream()
                    .map(field ->
                            encoded(field.getKey()) + "=" + encoded(values.fill(field.getValue())))
                    .collect(Collectors.joining("&"));
            return Optional.of(new Body(form, ContentType.APPLICATION_FORM_URLENCODED));
        }
        return step.json()
                .map(json -> new Body(
                        JsonView.text(values.fillJson(json)), ContentType.APPLICATION_JSON));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * Gives what the step keeps of a good answer. Throws {@link StepFailure} for any other answer.
     */
    Map<String, String> judge(Answer answer, Placeholders values) {
        if (!step.statuses().contains(answer.status())) {
            String expected = new TreeSet<>(step.statuses()).toString().replaceAll("[\\[\\]]", "");
            throw StepFailure.ofStatus(
                    name() + ": status " + answer.status() + ", expected " + expected,
                    answer.status());
        }
        if (expectations.isEmpty() && keep.isEmpty()) {
            return Map.of();
        }
        try {
            JsonView body = JsonView.of(answer.body());
            expectations.forEach(expectation -> check(expectation, body, values));
            return kept(body);
        } catch (StepFailure failure) {
            throw new StepFailure(failure.reason(), name() + ": " + failure.getMessage());
        }
    }

    private void check(Expectation expectation, JsonView body, Placeholders values) {
        Object expected = values.fillJson(expectation.value());
        Optional<Object> actual = body.at(expectation.path());
        if (actual.isEmpty()) {
            throw new StepFailure(
                    AttemptReason.BODY, expectation.name() + " is absent, expected " + expected);
        }
        if (!same(expected, actual.get())) {
            throw new StepFailure(
                    AttemptReason.BODY,
                    expectation.name() + " is " + (secret ? "another" : actual.get())
                            + ", expected " + expected);
        }
    }

    /** A number equals its text too, for a placeholder can only be written as text. */
    private static boolean same(Object expected, Object actual) {
        if (expected instanceof Number && actual instanceof Number) {
            return new BigDecimal(expected.toString()).compareTo(new BigDecimal(actual.toString()))
                    == 0;
        }
        if (expected instanceof String && actual instanceof Number) {
            return expected.equals(actual.toString());
        }
        return expected.equals(actual);
    }

    private Map<String, String> kept(JsonView body) {
        Map<String, String> kept = new LinkedHashMap<>();
        keep.forEach((name, path) -> kept.put(
                name,
                body.at(path)
                        .map(String::valueOf)
                        .orElseThrow(() -> new StepFailure(
                                AttemptReason.BODY,
                                path.getPath() + " is absent, needed for {" + name + "}"))));
        return kept;
    }
}
