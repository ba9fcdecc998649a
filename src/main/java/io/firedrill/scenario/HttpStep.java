package io.firedrill.scenario;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One HTTP request of a journey and what must come back.
 *
 * <p>Path, headers and the texts inside the JSON body may hold placeholders: {@code {who}} the
 * customer, {@code {peer}} another customer, {@code {write}} a fresh id for each attempt,
 * {@code {password}}, {@code {number}} the attempt's number, and whatever an earlier step kept.
 *
 * @param method GET, POST, PUT, PATCH or DELETE
 * @param json the body: maps, lists, strings, numbers, booleans; empty for no body
 * @param form the body as an HTML form sends it, name to value; empty for none. Never with a JSON
 *     body
 * @param statuses the statuses that are good; never empty
 * @param expect JSONPath (or a plain field name) to the value it must have
 * @param keep placeholder name to the JSONPath whose value it gets from the answer
 */
public record HttpStep(
        String method,
        String path,
        Map<String, String> headers,
        Optional<Object> json,
        Map<String, String> form,
        Set<Integer> statuses,
        Map<String, Object> expect,
        Map<String, String> keep) {

    /** Makes a request without a form. */
    public HttpStep(
            String method,
            String path,
            Map<String, String> headers,
            Optional<Object> json,
            Set<Integer> statuses,
            Map<String, Object> expect,
            Map<String, String> keep) {
        this(method, path, headers, json, Map.of(), statuses, expect, keep);
    }
}
