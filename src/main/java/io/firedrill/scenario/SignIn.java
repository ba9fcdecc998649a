package io.firedrill.scenario;

import java.util.List;
import java.util.Map;

/**
 * How a customer signs in: once, and again when refused.
 *
 * @param steps the requests; what they keep can be used in {@code send}
 * @param send headers that every later request of this customer carries
 * @param refused the status that says "sign in again"
 */
public record SignIn(String name, List<HttpStep> steps, Map<String, String> send, int refused) {}
